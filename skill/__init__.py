"""The Alexa skill: requests in, facts to the rules, conclusions out as speech. `skill.app.create_skill` builds it."""
