package io.cybervpn.presentation.shared.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags. */
public final class EntityTags {
    private static final Pattern TAG = Pattern.compile("\"?(\\d{1,18})\"?");

    private EntityTags() {}

    /** Of the header {@code If-Match}; what cannot be a tag of ours is of no version of ours. */
    public static Optional<Long> version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
            return Optional.empty();
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problem.of(412, "version_stale", "Somebody edited it meanwhile; look again.")
                    .asException();
        }
        return Optional.of(Long.parseLong(tag.group(1)));
    }

    /** The tag of a version. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }
}
