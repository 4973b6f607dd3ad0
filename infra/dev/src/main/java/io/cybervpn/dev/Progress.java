package io.cybervpn.dev;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/** Lines for the person at the terminal. Plain ASCII, for any locale. */
final class Progress {

    private final PrintStream out;

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void begin(String what) {
        say("  [ .. ] " + what);
    }

    void done(String what) {
        say("  [ ok ] " + what);
    }

    void failed(String what) {
        say("  [FAIL] " + what);
    }

    void failed(String what, Exception cause) {
        failed(what + Objects.requireNonNullElse(cause.getMessage(), cause.toString()));
    }

    static String seconds(long sinceNanos) {
        Duration taken = Duration.ofNanos(System.nanoTime() - sinceNanos);
        return String.format(Locale.ROOT, "%d.%d s", taken.toSeconds(), taken.toMillisPart() / 100);
    }
}
