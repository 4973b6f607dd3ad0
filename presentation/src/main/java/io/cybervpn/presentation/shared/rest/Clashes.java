package io.cybervpn.presentation.shared.rest;

import java.util.stream.Stream;

/**
 * Tells two who stored the same at once from a fault of ours: the one that lost may look and try
 * again. Use cases know the clashes they expect; this is for those that nobody thought of.
 */
final class Clashes {
    private static final int CAUSES_MAX = 10;

    private Clashes() {}

    static boolean isClash(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES_MAX)
                .map(cause -> String.valueOf(cause.getMessage()))
                .anyMatch(Clashes::saysClash);
    }

    /** A value is taken (23505), or two waited for each other (40001, 40P01). */
    private static boolean saysClash(String message) {
        return message.contains("(23505)")
                || message.contains("(40001)")
                || message.contains("(40P01)");
    }
}
