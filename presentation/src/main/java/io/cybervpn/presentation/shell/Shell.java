package io.cybervpn.presentation.shell;

import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * Runs one command with the shop's configuration and database. Beside a shop that runs, or without
 * one.
 */
@Singleton
public final class Shell implements QuarkusApplication {
    private static final int MISUSED = 2;

    /**
     * No port, no schedules, no migrations, no first accounts; the log does not mix with answers.
     */
    private static final Map<String, String> DOORS_SHUT =
            Map.of(
                    "quarkus.http.host-enabled", "false",
                    "quarkus.scheduler.start-mode", "halted",
                    "quarkus.flyway.migrate-at-start", "false",
                    "cybervpn.first-accounts", "false",
                    "quarkus.log.console.stderr", "true",
                    "quarkus.log.level", "WARN");

    private final Instance<ShellCommand> commands;

    @Inject
    Shell(@Any Instance<ShellCommand> commands) {
        this.commands = commands;
    }

    /** Before Quarkus starts. */
    static void keepDoorsShut() {
        DOORS_SHUT.forEach(System::setProperty);
    }

    @Override
    public int run(String... arguments) {
        return run(String.join(" ", arguments), System.out);
    }

    int run(String words, PrintStream out) {
        Optional<ShellCommand> command =
                commands.stream().filter(each -> each.words().equals(words)).findFirst();
        return command.map(known -> known.run(out).subscribeAsCompletionStage().join())
                .orElseGet(() -> misused(words, out));
    }

    private int misused(String words, PrintStream out) {
        out.println("There is no command '" + words + "'. These are there:");
        commands.stream()
                .sorted(Comparator.comparing(ShellCommand::words))
                .forEach(each -> out.printf("  %-16s %s%n", each.words(), each.help()));
        return MISUSED;
    }
}
