"""The Alexa interaction model: authored source in, skill package out."""
