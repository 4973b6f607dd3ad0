package io.cybervpn.infrastructure.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The words of mails by name and language; English for a language that is not there. */
public final class MailTexts {
    private static final List<String> LANGUAGES = List.of("en", "ru");
    private static final String FALLBACK = "en";

    private final Map<String, Letter> letters = new HashMap<>();

    /**
     * A mail.
     *
     * @param body plain text
     */
    public record Letter(String subject, String body) {
        /** The same with what stands for names in braces. */
        public Letter with(Map<String, String> values) {
            String filled = body;
            for (Map.Entry<String, String> value : values.entrySet()) {
                filled = filled.replace("{" + value.getKey() + "}", value.getValue());
            }
            return new Letter(subject, filled);
        }
    }

    /** Reads the files {@code mails/NAME.LANGUAGE.txt}; each has to be there. */
    public MailTexts(List<String> names) {
        for (String language : LANGUAGES) {
            names.forEach(name -> put(name, language));
        }
    }

    /** One of the names, in the language of a tag. */
    public Letter letter(String name, String locale) {
        String language = Locale.forLanguageTag(locale).getLanguage();
        String known = LANGUAGES.contains(language) ? language : FALLBACK;
        return Objects.requireNonNull(letters.get(name + "." + known));
    }

    /** The first line is the subject, then comes an empty one. */
    private void put(String name, String language) {
        String key = name + "." + language;
        String text = read("/mails/" + key + ".txt");
        int end = text.indexOf("\n\n");
        letters.put(key, new Letter(text.substring(0, end), text.substring(end + 2)));
    }

    private static String read(String path) {
        try (InputStream file = MailTexts.class.getResourceAsStream(path)) {
            return new String(
                    Objects.requireNonNull(file, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
