package io.cybervpn.domain.identity.model;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/**
 * The language in which an account wants to be spoken to.
 *
 * @param value a BCP 47 tag in its usual case, such as {@code pt-BR}; at most 35 characters
 */
public record LanguageTag(String value) {
    /** What everybody gets who has not chosen. */
    public static final LanguageTag ENGLISH = new LanguageTag("en");

    private static final int LENGTH_MAX = 35;

    /** Refuses what {@link #parse} would not give. */
    public LanguageTag {
        if (!usual(value).filter(value::equals).isPresent()) {
            throw new IllegalArgumentException("not a language tag: " + value);
        }
    }

    /** Reads a tag in any case; empty when it is malformed or names no language. */
    public static Optional<LanguageTag> parse(String tag) {
        return usual(tag).map(LanguageTag::new);
    }

    private static Optional<String> usual(String tag) {
        if (tag.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            return Optional.of(locale)
                    .filter(known -> !known.getLanguage().isEmpty())
                    .map(Locale::toLanguageTag);
        } catch (IllformedLocaleException _) {
            return Optional.empty();
        }
    }
}
