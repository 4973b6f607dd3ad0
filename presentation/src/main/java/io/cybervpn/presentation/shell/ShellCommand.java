package io.cybervpn.presentation.shell;

import io.smallrye.mutiny.Uni;
import java.io.PrintStream;

/** A command of the shell, such as {@code audit verify}. */
interface ShellCommand {
    /** All is as it should be. */
    int WELL = 0;

    /** It was done, and what it found is bad. */
    int ILL = 1;

    /** Its words, with one blank between them. */
    String words();

    /** What it does, in a line. */
    String help();

    /**
     * Does it.
     *
     * @param out for people and for scripts
     * @return the exit code
     */
    Uni<Integer> run(PrintStream out);
}
