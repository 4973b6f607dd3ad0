package io.cybervpn.presentation.shell;

import io.cybervpn.application.shared.ResealSecrets.Tally;
import java.io.PrintStream;
import java.util.List;

/** What is told about sealed secrets. */
final class SecretsReport {
    private SecretsReport() {}

    static void line(Tally tally, PrintStream out) {
        out.printf(
                "%s: %d looked at, %d under an older key, %d of them sealed anew, %d do not open%n",
                tally.kind(), tally.seen(), tally.outdated(), tally.resealed(), tally.unopened());
    }

    /** The exit code: whether the older keys may go. */
    static int close(List<Tally> tallies, PrintStream out) {
        long left = tallies.stream().mapToLong(Tally::left).sum();
        out.println(
                left == 0
                        ? "Everything is under the newest key: the older ones may go from"
                                + " cybervpn.secrets.keys."
                        : left + " secrets still need an older key: leave it where it is.");
        return left == 0 ? ShellCommand.WELL : ShellCommand.ILL;
    }
}
