package io.cybervpn.infrastructure.identity.smtp;

import io.cybervpn.domain.identity.EmailPurpose;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The words of the mails by language; English for a language that is not there. */
final class MailTemplates {
    private static final List<String> LANGUAGES = List.of("en", "ru");
    private static final String FALLBACK = "en";
    private static final String CHANGED = "email_changed";
    private static final String STOLEN = "session_stolen";
    private static final String PASSKEY_ADDED = "passkey_added";
    private static final String PASSKEY_REMOVED = "passkey_removed";
    private static final String FACTOR_RESET = "second_factor_reset";

    private final Map<String, Letter> letters = new HashMap<>();
    private final Map<EmailPurpose, String> names = new EnumMap<>(EmailPurpose.class);

    /**
     * A mail.
     *
     * @param body plain text
     */
    record Letter(String subject, String body) {}

    MailTemplates() {
        for (EmailPurpose purpose : EmailPurpose.values()) {
            names.put(purpose, purpose.name().toLowerCase(Locale.ROOT));
        }
        for (String language : LANGUAGES) {
            names.values().forEach(name -> put(name, language));
            put(CHANGED, language);
            put(STOLEN, language);
            put(PASSKEY_ADDED, language);
            put(PASSKEY_REMOVED, language);
            put(FACTOR_RESET, language);
        }
    }

    Letter code(EmailPurpose purpose, String locale, String code) {
        Letter letter = letter(Objects.requireNonNull(names.get(purpose)), locale);
        return new Letter(letter.subject(), letter.body().replace("{code}", code));
    }

    Letter emailChanged(String locale) {
        return letter(CHANGED, locale);
    }

    Letter sessionStolen(String locale) {
        return letter(STOLEN, locale);
    }

    Letter passkeyChanged(String locale, boolean added) {
        return letter(added ? PASSKEY_ADDED : PASSKEY_REMOVED, locale);
    }

    Letter secondFactorReset(String locale) {
        return letter(FACTOR_RESET, locale);
    }

    private Letter letter(String name, String locale) {
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
        try (InputStream file = MailTemplates.class.getResourceAsStream(path)) {
            return new String(
                    Objects.requireNonNull(file, path).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
