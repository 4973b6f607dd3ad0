package io.cybervpn.domain.identity.model;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.TelegramUser;
import java.util.Locale;
import java.util.Set;

/**
 * Something by which a person is known again who comes for a second trial. Wider than an identity:
 * what is two mailboxes for the law is one here.
 *
 * @param kind such as {@code email} or the name of a provider
 * @param value normalised
 */
public record TrialIdentifier(String kind, String value) {
    private static final Set<String> DOTS_DO_NOT_COUNT = Set.of("gmail.com", "googlemail.com");

    /** A mailbox: without a tag after a plus, and without dots where they do not count. */
    public static TrialIdentifier of(Email email) {
        int at = email.value().lastIndexOf('@');
        String domain = email.value().substring(at + 1).toLowerCase(Locale.ROOT);
        String local = email.value().substring(0, at);
        int plus = local.indexOf('+');
        String bare = plus > 0 ? local.substring(0, plus) : local;
        return DOTS_DO_NOT_COUNT.contains(domain)
                ? new TrialIdentifier("email", bare.replace(".", "") + "@gmail.com")
                : new TrialIdentifier("email", bare + "@" + domain);
    }

    /** Who somebody is elsewhere. */
    public static TrialIdentifier of(ExternalId external) {
        return new TrialIdentifier(external.provider(), external.subject());
    }

    /** An account, for one that has nothing else. */
    public static TrialIdentifier of(AccountId account) {
        return new TrialIdentifier("account", account.value().toString());
    }

    /** A device, as it names itself. */
    public static TrialIdentifier ofDevice(String name) {
        return new TrialIdentifier("device", name);
    }

    /** A user of Telegram. */
    public static TrialIdentifier of(TelegramUser user) {
        return of(ExternalId.of(user));
    }

    @Override
    public String toString() {
        return "TrialIdentifier[" + kind + "]";
    }
}
