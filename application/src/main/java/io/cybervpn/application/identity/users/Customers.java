package io.cybervpn.application.identity.users;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.AccountKind;
import io.cybervpn.domain.identity.model.Account;
import io.cybervpn.domain.identity.repository.Accounts;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Finds the customer whom staff mean, and says what they did to him. */
@Singleton
final class Customers {
    private final UnitOfWork unitOfWork;
    private final Accounts accounts;
    private final AuditTrail audit;

    @Inject
    Customers(UnitOfWork unitOfWork, Accounts accounts, AuditTrail audit) {
        this.unitOfWork = unitOfWork;
        this.accounts = accounts;
        this.audit = audit;
    }

    /**
     * In one unit of work, with the customer locked; staff are not found here, nor whose account
     * has ended.
     */
    <T> Uni<T> locked(AccountId id, Function<Account, Uni<T>> work, Supplier<T> absent) {
        return found(id, account -> !account.status().isFinal(), work, absent);
    }

    /** The same for looking alone: what is left of an account that has ended is found too. */
    <T> Uni<T> seen(AccountId id, Function<Account, Uni<T>> work, Supplier<T> absent) {
        return found(id, _ -> true, work, absent);
    }

    private <T> Uni<T> found(
            AccountId id,
            Predicate<Account> wanted,
            Function<Account, Uni<T>> work,
            Supplier<T> absent) {
        return unitOfWork.run(
                () ->
                        accounts.lock(id)
                                .chain(
                                        found ->
                                                found.filter(Customers::isCustomer)
                                                        .filter(wanted)
                                                        .map(work)
                                                        .orElseGet(
                                                                () ->
                                                                        Uni.createFrom()
                                                                                .item(absent))));
    }

    private static boolean isCustomer(Account account) {
        return account.kind() == AccountKind.CUSTOMER;
    }

    Uni<Void> save(Account account) {
        return accounts.save(account);
    }

    Uni<Void> record(Actor actor, String action, AccountId customer, Changes changes) {
        return audit.append(
                AuditTrail.Entry.of(actor, action, "account", customer.value()).with(changes));
    }
}
