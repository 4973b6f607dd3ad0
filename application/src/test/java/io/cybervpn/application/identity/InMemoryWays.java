package io.cybervpn.application.identity;

import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.IdentityId;
import io.cybervpn.domain.identity.model.DeepLink;
import io.cybervpn.domain.identity.model.EmailCode;
import io.cybervpn.domain.identity.model.ExternalId;
import io.cybervpn.domain.identity.model.LinkedIdentity;
import io.cybervpn.domain.identity.model.TokenHash;
import io.cybervpn.domain.identity.repository.DeepLinks;
import io.cybervpn.domain.identity.repository.EmailCodes;
import io.cybervpn.domain.identity.repository.Identities;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Codes by mail, waiting browsers and links in memory. */
final class InMemoryWays {
    private InMemoryWays() {}

    private static Uni<Void> done(Runnable work) {
        return Uni.createFrom().voidItem().invoke(work);
    }

    static final class Codes implements EmailCodes {
        private final InMemoryTable<EmailCode.Owner, EmailCode> rows;

        Codes(InMemoryUnitOfWork unitOfWork) {
            this.rows = unitOfWork.table();
        }

        @Override
        public Uni<Void> put(EmailCode code) {
            return done(() -> rows.put(code.owner(), code));
        }

        @Override
        public Uni<Optional<EmailCode>> lock(EmailCode.Owner owner) {
            return Uni.createFrom().item(() -> rows.get(owner));
        }

        @Override
        public Uni<Void> remove(EmailCode.Owner owner) {
            return done(() -> rows.remove(owner));
        }
    }

    static final class Browsers implements DeepLinks {
        private final InMemoryTable<TokenHash, DeepLink> rows;

        Browsers(InMemoryUnitOfWork unitOfWork) {
            this.rows = unitOfWork.table();
        }

        @Override
        public Uni<Void> add(DeepLink link) {
            return done(() -> rows.put(link.code(), link));
        }

        @Override
        public Uni<Optional<DeepLink>> lock(TokenHash code) {
            return Uni.createFrom().item(() -> rows.get(code));
        }

        @Override
        public Uni<Void> save(DeepLink link) {
            return add(link);
        }

        @Override
        public Uni<Void> remove(TokenHash code) {
            return done(() -> rows.remove(code));
        }

        @Override
        public Uni<Integer> forget(Instant before, int limit) {
            return Uni.createFrom()
                    .item(
                            () -> {
                                List<DeepLink> old =
                                        rows.where(row -> row.expiresAt().isBefore(before)).stream()
                                                .limit(limit)
                                                .toList();
                                old.forEach(row -> rows.remove(row.code()));
                                return old.size();
                            });
        }
    }

    static final class Linked implements Identities {
        private final InMemoryTable<IdentityId, LinkedIdentity> rows;

        Linked(InMemoryUnitOfWork unitOfWork) {
            this.rows = unitOfWork.table();
        }

        @Override
        public Uni<Optional<LinkedIdentity>> lock(ExternalId external) {
            return find(external);
        }

        @Override
        public Uni<Optional<LinkedIdentity>> find(ExternalId external) {
            return Uni.createFrom()
                    .item(
                            () ->
                                    rows.where(row -> row.external().equals(external)).stream()
                                            .findFirst());
        }

        @Override
        public Uni<List<LinkedIdentity>> of(AccountId account) {
            return Uni.createFrom()
                    .item(
                            () ->
                                    rows.where(row -> row.account().equals(account)).stream()
                                            .sorted(Comparator.comparing(LinkedIdentity::linkedAt))
                                            .toList());
        }

        @Override
        public Uni<Void> add(LinkedIdentity identity) {
            return done(() -> rows.put(identity.id(), identity));
        }

        @Override
        public Uni<Void> remove(IdentityId id) {
            return done(() -> rows.remove(id));
        }
    }
}
