package io.cybervpn.infrastructure.payment;

import io.cybervpn.application.identity.users.FindTags;
import io.cybervpn.application.payment.port.CustomerGroups;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;

/** The tags that staff give customers are their groups. */
@Singleton
final class TagsAsGroups implements CustomerGroups {
    private final FindTags findTags;

    @Inject
    TagsAsGroups(FindTags findTags) {
        this.findTags = findTags;
    }

    @Override
    public Uni<Set<String>> of(AccountId account) {
        return findTags.execute(account);
    }
}
