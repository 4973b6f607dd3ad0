package io.cybervpn.presentation.identity;

import io.cybervpn.application.identity.AccountListContract;
import io.cybervpn.application.identity.port.AccountList;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.IdentityId;
import io.cybervpn.domain.identity.model.ExternalId;
import io.cybervpn.domain.identity.model.LinkedIdentity;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.identity.repository.CustomerCards;
import io.cybervpn.domain.identity.repository.Identities;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@QuarkusTest
class PostgresAccountListTest extends AccountListContract {
    @Inject AccountList list;
    @Inject Accounts accounts;
    @Inject UnitOfWork unitOfWork;
    @Inject CustomerCards cards;
    @Inject Identities identities;

    @Override
    protected AccountList list() {
        return list;
    }

    @Override
    protected Accounts accounts() {
        return accounts;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    @Override
    protected void tag(AccountId account, String tag) {
        unitOfWork
                .run(
                        () ->
                                cards.tags(account)
                                        .chain(before -> cards.tag(account, more(before, tag))))
                .await()
                .indefinitely();
    }

    private static Set<String> more(Set<String> before, String tag) {
        Set<String> after = new HashSet<>(before);
        after.add(tag);
        return after;
    }

    @Override
    protected void link(AccountId account, long telegramId) {
        LinkedIdentity identity =
                new LinkedIdentity(
                        new IdentityId(UUID.randomUUID()),
                        account,
                        ExternalId.telegram(telegramId),
                        Optional.empty(),
                        Instant.parse("2026-01-31T10:00:00Z"));
        unitOfWork.run(() -> identities.add(identity)).await().indefinitely();
    }
}
