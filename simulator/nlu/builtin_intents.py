"""What people say for Amazon's standard intents.

The interaction model lists these intents mostly without samples, because Alexa brings its own.
"""
from __future__ import annotations

BUILT_IN_SAMPLES: dict[str, tuple[str, ...]] = {
    "AMAZON.HelpIntent": (
        "help", "help me", "can you help me", "i need help", "what can i say", "what can you do", "what do you do",
        "how does this work", "what can i ask", "what can i ask you", "i am lost", "give me some options"),
    "AMAZON.StopIntent": (
        "stop", "off", "shut up", "quit", "exit", "end", "goodbye", "bye", "bye bye", "stop it", "i am done",
        "enough", "that is enough", "be quiet", "stop talking", "i am finished", "we are done"),
    "AMAZON.CancelIntent": ("cancel", "never mind", "forget it", "cancel that", "leave it", "forget about it"),
    "AMAZON.YesIntent": (
        "yes", "yes please", "sure", "yeah", "yep", "yup", "okay", "of course", "correct", "right", "that is right", "exactly",
        "go ahead", "yes i do", "yes i am", "yes it is", "yes i have", "yes they are", "yes it does", "do it", "sounds good", "sure thing",
        "absolutely", "definitely", "i do", "i am", "it is", "yes it has", "please do", "yeah sure", "i think so", "indeed"),
    "AMAZON.NoIntent": (
        "no", "no thanks", "no thank you", "nope", "nah", "not really", "no i do not", "no i am not", "no it is not", "no i have not",
        "i do not", "i am not", "it is not", "no way", "not at all", "i do not think so", "no they are not", "no it does not",
        "negative", "no it has not"),
    "AMAZON.RepeatIntent": (
        "repeat", "repeat that", "say that again", "say it again", "can you repeat that", "could you say that again", "pardon",
        "what did you say", "i did not hear you", "i did not catch that", "one more time", "come again", "repeat please"),
    "AMAZON.NextIntent": ("next", "next one", "next step", "go on", "skip", "skip it", "skip this", "move on", "what is next",
                          "go forward"),
    "AMAZON.PreviousIntent": ("previous", "go back", "back", "back up", "previous one", "previous step", "one step back", "last step"),
    "AMAZON.StartOverIntent": ("start over", "restart", "start again", "begin again", "start from the beginning", "start from the top"),
    "AMAZON.NavigateHomeIntent": ("home", "go home", "main menu", "go to the home screen", "home screen"),
    "AMAZON.PauseIntent": ("pause", "pause that"),
    "AMAZON.ResumeIntent": ("resume", "continue", "keep going"),
    "AMAZON.ScrollDownIntent": ("scroll down",),
    "AMAZON.ScrollUpIntent": ("scroll up",),
    "AMAZON.SelectIntent": ("select this",),
}

LEAVING = frozenset(("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.StartOverIntent", "AMAZON.NavigateHomeIntent"))
"""Intents that end the talk or forget it: nothing is taken for one that is only a little like it."""
