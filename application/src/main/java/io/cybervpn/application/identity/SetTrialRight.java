package io.cybervpn.application.identity;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.Accounts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Ends somebody's right to a trial, since he paid, or gives it again. For our own code; joins the
 * caller's unit of work. Repeatable.
 */
@Singleton
public final class SetTrialRight {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final TrialRights rights;

    @Inject
    public SetTrialRight(UnitOfWork unitOfWork, Accounts accounts, TrialRights rights) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.rights = rights;
    }

    /**
     * Whose.
     *
     * @param open whether he may have one
     */
    public record Command(AccountId account, boolean open) {}

    /** What came of it. */
    public sealed interface Result {
        /** It is so now. */
        record Done() implements Result {}

        /** There is no such account. */
        record NoSuchAccount() implements Result {}
    }

    /** Does it. */
    public Uni<Result> execute(Command command) {
        return unitOfWork.run(
                () -> accounts.find(command.account()).chain(found -> set(found, command)));
    }

    private Uni<Result> set(Optional<Account> found, Command command) {
        return found.map(
                        account ->
                                (command.open() ? rights.reopen(account) : rights.close(account))
                                        .<Result>replaceWith(new Result.Done()))
                .orElseGet(() -> Uni.createFrom().item(new Result.NoSuchAccount()));
    }
}
