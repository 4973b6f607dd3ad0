package io.cybervpn.domain.identity.model;

import io.cybervpn.domain.identity.RegistrationFlaw;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Decides whether somebody may become an account with what he typed. Pure. */
public sealed interface Registration {
    /** He may, unless the e-mail is taken. */
    record Sound(Email email, Password password, LanguageTag locale) implements Registration {}

    /** He may not, for all of these reasons. */
    record Unsound(Set<RegistrationFlaw> flaws) implements Registration {
        /** Copies the set. */
        public Unsound {
            flaws = Set.copyOf(flaws);
        }
    }

    /** Checks everything at once; {@code known} are passwords that nobody may choose. */
    static Registration check(
            String email, String password, String locale, Predicate<Password> known) {
        Optional<Email> address = Email.parse(email);
        Optional<LanguageTag> language = LanguageTag.parse(locale);
        Password secret = new Password(password);
        Set<RegistrationFlaw> flaws = EnumSet.noneOf(RegistrationFlaw.class);
        secret.flaw(known).ifPresent(flaws::add);
        if (address.isEmpty()) {
            flaws.add(RegistrationFlaw.EMAIL_INVALID);
        }
        if (language.isEmpty()) {
            flaws.add(RegistrationFlaw.LOCALE_INVALID);
        }
        return flaws.isEmpty()
                ? new Sound(address.orElseThrow(), secret, language.orElseThrow())
                : new Unsound(flaws);
    }
}
