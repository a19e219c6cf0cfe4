"""Starts Orca for the tests of tests/journeys.

Orca's own command refuses to start beside another Orca of the same user, and speaks through a speech daemon. Here it gets
a speech server that writes lines to standard output instead:

    version 43.1    which Orca this is, once
    said TEXT       what it speaks
    key down NAME   a key that it has handled, and again with "up"
    quiet NUMBER    the answer to a line with a number on standard input: all that had happened before is spoken

Argument: an empty folder for Orca's settings. Orca ends when standard input does.
"""

import sys

from gi.repository import GLib
from orca import event_manager, orca, orca_platform, orca_state, settings, speechserver

# Messages of live regions wait for 100 ms on Orca's own clock.
MILLISECONDS_OF_LIVE_REGIONS = 120

# Orca speaks about an event, and what it asks the browser meanwhile may bring another.
ROUNDS = 2

# Without the echo of keys, and without reading a whole page as soon as it is loaded: a person would stop that with a key.
# Sounds and braille have no part in a transcript, and progress bars speak only every 10 seconds.
SETTINGS = {
    "speechServerFactory": "lines",
    "enableKeyEcho": False,
    "sayAllOnLoad": False,
    "pageSummaryOnLoad": False,
    "speakProgressBarUpdates": False,
    "enableBraille": False,
    "enableSound": False,
}


def tell(kind, text):
    print(kind, " ".join(str(text).split()), flush=True)


class SpeechServer(speechserver.SpeechServer):
    """What Orca takes for a speech synthesiser."""

    _only = None

    @staticmethod
    def getFactoryName():
        return "lines"

    @staticmethod
    def getSpeechServers():
        return [SpeechServer.getSpeechServer()]

    @staticmethod
    def getSpeechServer(info=None):
        SpeechServer._only = SpeechServer._only or SpeechServer()
        return SpeechServer._only

    @staticmethod
    def shutdownActiveServers():
        SpeechServer._only = None

    def getInfo(self):
        return ["lines", "lines"]

    def getVoiceFamilies(self):
        return []

    def speakCharacter(self, character, acss=None):
        tell("said", character)

    def speak(self, text=None, acss=None, interrupt=True):
        if text and text.strip():
            tell("said", text)

    def sayAll(self, utteranceIterator, progressCallback):
        for context, _ in utteranceIterator:
            tell("said", context.utterance)


def is_busy():
    """Whether Orca has events to handle, or messages of live regions to speak, or takes the page for one that is loading,
    in which it does not follow the focus."""
    live_regions = getattr(orca_state.activeScript, "liveRegionManager", None)
    if getattr(orca_state.activeScript, "_loadingDocumentContent", False):
        return True
    return not event_manager.getManager()._eventQueue.empty() or bool(live_regions and len(live_regions.msg_queue))


def answer_when_quiet(number, rounds=ROUNDS):
    """Answers once all that the browser has sent so far is spoken."""
    try:
        # Messages on the bus keep their order: with the answer to this, all that the browser sent before it is here.
        orca_state.activeWindow.queryComponent().getExtents(0)
    except Exception:  # There may be no window yet, or it has just gone.
        pass

    def go_on():
        if is_busy():
            GLib.timeout_add(20, look)
        elif rounds:
            GLib.timeout_add(MILLISECONDS_OF_LIVE_REGIONS, answer_when_quiet, number, rounds - 1)
        else:
            tell("quiet", number)
        return False

    def look():
        # After everything else that is ready now.
        GLib.idle_add(go_on, priority=GLib.PRIORITY_LOW)
        return False

    look()
    return False


def on_question(source, _condition):
    line = source.readline()
    if not line:
        orca.shutdown()
        return False
    answer_when_quiet(line.strip())
    return True


def main():
    tell("version", orca_platform.version)
    # Orca imports a speech server by the name of its module.
    sys.modules["lines"] = sys.modules[__name__]
    for name, value in SETTINGS.items():
        setattr(settings, name, value)
    orca.getSettingsManager().activate(sys.argv[1], SETTINGS)

    manager = event_manager.getManager()
    handle_key = manager._processKeyboardEvent

    def on_key(event):
        is_consumed = handle_key(event)
        tell("key down" if event.type == 0 else "key up", event.event_string)
        return is_consumed

    manager._processKeyboardEvent = on_key
    GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, on_question)
    return orca.main()


if __name__ == "__main__":
    sys.exit(main())
