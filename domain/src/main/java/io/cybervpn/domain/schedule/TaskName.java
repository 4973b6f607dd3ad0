package io.cybervpn.domain.schedule;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a task is called by staff, rows and metrics: {@code context.verb-object}, such as {@code
 * subscription.expire}.
 *
 * @param text up to 60 characters
 */
public record TaskName(String text) {
    private static final Pattern NAME = Pattern.compile("[a-z]+\\.[a-z]+(-[a-z]+)*");
    private static final int LENGTH_MAX = 60;

    /** Refuses what is no such name. */
    public TaskName {
        if (!isName(text)) {
            throw new IllegalArgumentException("no name of a task: " + text);
        }
    }

    /** The name that a text is; empty for anything else. */
    public static Optional<TaskName> find(String text) {
        return Optional.of(text).filter(TaskName::isName).map(TaskName::new);
    }

    private static boolean isName(String text) {
        return text.length() <= LENGTH_MAX && NAME.matcher(text).matches();
    }
}
