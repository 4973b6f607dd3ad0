package io.cybervpn.application.identity;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.SessionId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Where every link ends, whoever vouched for the person: here alone it is asked whether the owner
 * of the account has shown lately that it is he (R45, R235).
 */
@Singleton
final class LinkDesk {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final Links links;
    private final FreshProof freshProof;

    @Inject
    LinkDesk(UnitOfWork unitOfWork, Accounts accounts, Links links, FreshProof freshProof) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.links = links;
        this.freshProof = freshProof;
    }

    /** Links, in a unit of work of its own. Repeatable. */
    Uni<Linking> link(AccountId owner, Optional<SessionId> session, Links.Person person) {
        return unitOfWork.run(
                () ->
                        freshProof
                                .isGiven(owner, session)
                                .chain(
                                        fresh ->
                                                fresh
                                                        ? lockAndLink(owner, person)
                                                        : answer(new Linking.StepUpNeeded())));
    }

    private Uni<Linking> lockAndLink(AccountId owner, Links.Person person) {
        return accounts.lock(owner).chain(found -> link(found, person));
    }

    private Uni<Linking> link(Optional<Account> found, Links.Person person) {
        return found.filter(LogInByTelegram::mayComeIn)
                .map(account -> links.link(account, person).map(LinkDesk::said))
                .orElseGet(() -> answer(new Linking.NoAccount()));
    }

    private static Linking said(Links.Linked linked) {
        return switch (linked) {
            case Links.Linked.Done(var identity) -> new Linking.Linked(IdentityView.of(identity));
            case Links.Linked.Elsewhere() -> new Linking.Elsewhere();
            case Links.Linked.Occupied() -> new Linking.Occupied();
        };
    }

    private static Uni<Linking> answer(Linking answer) {
        return Uni.createFrom().item(answer);
    }
}
