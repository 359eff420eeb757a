"""A local stand-in for Alexa: types become requests, requests go to the skill's own handler, answers come back."""
