package io.cybervpn.infrastructure.identity.smtp;

import io.cybervpn.domain.identity.EmailPurpose;
import io.cybervpn.infrastructure.shared.MailTexts;
import io.cybervpn.infrastructure.shared.MailTexts.Letter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The words of the mails of identity. */
final class MailTemplates {
    private static final String CHANGED = "email_changed";
    private static final String STOLEN = "session_stolen";
    private static final String PASSKEY_ADDED = "passkey_added";
    private static final String PASSKEY_REMOVED = "passkey_removed";
    private static final String FACTOR_RESET = "second_factor_reset";

    private final MailTexts texts = new MailTexts(names());

    private static List<String> names() {
        return Stream.concat(
                        Stream.of(EmailPurpose.values()).map(MailTemplates::nameOf),
                        Stream.of(CHANGED, STOLEN, PASSKEY_ADDED, PASSKEY_REMOVED, FACTOR_RESET))
                .toList();
    }

    private static String nameOf(EmailPurpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT);
    }

    Letter code(EmailPurpose purpose, String locale, String code) {
        return texts.letter(nameOf(purpose), locale).with(Map.of("code", code));
    }

    Letter emailChanged(String locale) {
        return texts.letter(CHANGED, locale);
    }

    Letter sessionStolen(String locale) {
        return texts.letter(STOLEN, locale);
    }

    Letter passkeyChanged(String locale, boolean added) {
        return texts.letter(added ? PASSKEY_ADDED : PASSKEY_REMOVED, locale);
    }

    Letter secondFactorReset(String locale) {
        return texts.letter(FACTOR_RESET, locale);
    }
}
