package io.cybervpn.application.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may have a trial.
 *
 * @param telegramRequired whether only who is known by Telegram may
 * @param blockedMailDomains domains of mailboxes that may not, in lower case
 */
public record TrialTerms(boolean telegramRequired, Set<String> blockedMailDomains) {
    /** Copies the domains. */
    public TrialTerms {
        blockedMailDomains =
                blockedMailDomains.stream()
                        .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet());
    }

    boolean allow(Optional<String> mailbox) {
        return mailbox.map(address -> address.substring(address.lastIndexOf('@') + 1))
                .filter(domain -> blockedMailDomains.contains(domain.toLowerCase(Locale.ROOT)))
                .isEmpty();
    }
}
