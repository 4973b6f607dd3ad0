package io.cybervpn.dev;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Processes of ours: run to the end, found again by pid, stopped by pid; never by name. */
final class Processes {

    private Processes() {}

    /**
     * Runs to the end and returns what was printed; fails with that text when the exit code is not
     * 0.
     */
    static String run(List<String> command) {
        return run(command, ProcessBuilder.Redirect.from(new File("/dev/null")));
    }

    static String run(List<String> command, ProcessBuilder.Redirect input) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectInput(input)
                            .start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * The command in a session of its own, so that Ctrl-C in the terminal reaches its owner only,
     * who then stops it in the right order. Keeps its pid. Where there is no such program the
     * command is left as it is.
     */
    static List<String> apart(List<String> command) {
        if (!works("setsid", "true")) {
            return command;
        }
        return Stream.concat(Stream.of("setsid"), command.stream()).toList();
    }

    /** Whether the command can be run here and exits with 0. */
    static boolean works(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * The live process that {@code pidFile} names in its first line, if its command line still
     * contains {@code mark}: a pid alone may belong to somebody else by now.
     */
    static Optional<ProcessHandle> fromPidFile(Path pidFile, String mark) {
        return firstLine(pidFile)
                .filter(line -> line.matches("\\d{1,18}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(ProcessHandle::isAlive)
                .filter(handle -> commandLine(handle).contains(mark));
    }

    static Optional<String> firstLine(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.map(String::strip).findFirst();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** The arguments as the system shows them; empty when it does not. */
    static String commandLine(ProcessHandle handle) {
        Path proc = Path.of("/proc", Long.toString(handle.pid()), "cmdline");
        try {
            return new String(Files.readAllBytes(proc), StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException e) {
            return handle.info().commandLine().orElse("");
        }
    }

    /** Sends {@code signal} (INT, TERM, QUIT …); a process that is gone is no failure. */
    static void signal(ProcessHandle handle, String signal) {
        // "kill" is a command of its own on few bare systems; each shell has it built in.
        boolean sent = works("/bin/sh", "-c", "kill -" + signal + " " + handle.pid());
        if (!sent && handle.isAlive() && !handle.destroy()) {
            throw new IllegalStateException("Cannot signal process " + handle.pid());
        }
    }

    /** Signals, waits up to {@code patience}, then kills; returns when the process is gone. */
    static void stop(ProcessHandle handle, String signal, Duration patience) {
        if (!handle.isAlive()) {
            return;
        }
        signal(handle, signal);
        if (!gone(handle, patience) && handle.destroyForcibly() && !gone(handle, patience)) {
            throw new IllegalStateException("Process " + handle.pid() + " does not end");
        }
    }

    /** Whether the process ended within {@code patience}. */
    static boolean gone(ProcessHandle handle, Duration patience) {
        try {
            boolean alive =
                    handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS).isAlive();
            return !alive;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Interrupted while waiting", e);
    }

    /** The last lines of a log, for a message that says why something did not start. */
    static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "(no log at " + log + ")";
        }
    }
}
