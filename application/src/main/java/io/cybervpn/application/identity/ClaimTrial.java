package io.cybervpn.application.identity;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.TrialRight;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Takes somebody's right to a trial: of any number at once, by whatever account, one has it (R29).
 * For our own code; joins the caller's unit of work, which must hold the owner.
 */
@Singleton
public final class ClaimTrial {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final TrialRights rights;

    @Inject
    public ClaimTrial(UnitOfWork unitOfWork, Accounts accounts, TrialRights rights) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.rights = rights;
    }

    /**
     * Whose.
     *
     * @param device the name of the device that he asks with
     */
    public record Command(AccountId account, TrialTerms terms, Optional<String> device) {}

    /**
     * The answer.
     *
     * @param right {@code OPEN}: it was open, and is taken now
     */
    public record Result(TrialRight right) {}

    /** Takes it. */
    public Uni<Result> execute(Command command) {
        return unitOfWork.run(
                () ->
                        accounts.find(command.account())
                                .chain(found -> claim(found, command))
                                .map(Result::new));
    }

    private Uni<TrialRight> claim(Optional<Account> found, Command command) {
        return found.map(
                        account ->
                                rights.right(account, command.terms(), command.device())
                                        .chain(right -> claim(right, account, command)))
                .orElseGet(() -> Uni.createFrom().item(TrialRight.NO_CUSTOMER));
    }

    private Uni<TrialRight> claim(TrialRight right, Account account, Command command) {
        return right == TrialRight.OPEN
                ? rights.claim(account, command.device())
                        .map(first -> first ? TrialRight.OPEN : TrialRight.USED)
                : Uni.createFrom().item(right);
    }
}
