package io.cybervpn.domain.catalogue.model;

import java.util.Locale;
import java.util.Map;

/**
 * One text in several languages.
 *
 * @param byTag the text by BCP 47 tag in its usual case, such as {@code pt-BR}; {@code en} is
 *     always there, since every fallback ends in it
 */
public record LocalisedText(Map<String, String> byTag) {
    /** The language that every text has. */
    public static final String FALLBACK = "en";

    /** Refuses a text without English, an empty one in any language, and what is no language. */
    public LocalisedText {
        byTag = Map.copyOf(byTag);
        if (!byTag.keySet().stream().allMatch(LocalisedText::isTag)) {
            throw new IllegalArgumentException("not language tags: " + byTag.keySet());
        }
        if (!byTag.containsKey(FALLBACK)) {
            throw new IllegalArgumentException("no text in " + FALLBACK);
        }
        if (byTag.values().stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("an empty text");
        }
    }

    /** Whether this is a language tag in its usual case: {@code pt-BR}, not {@code pt_br}. */
    public static boolean isTag(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return !locale.getLanguage().isEmpty() && locale.toLanguageTag().equals(tag);
    }
}
