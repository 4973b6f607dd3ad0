package io.cybervpn.application.ledger;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.identity.users.ViewUser;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Owner;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Says whether somebody is a customer whose account has not ended, and keeps it so until the
 * caller's unit of work ends. Ask before any other lock is taken.
 */
@Singleton
public final class HoldCustomer {
    private final ViewUser viewUser;
    private final HoldOwner holdOwner;

    @Inject
    HoldCustomer(ViewUser viewUser, HoldOwner holdOwner) {
        this.viewUser = viewUser;
        this.holdOwner = holdOwner;
    }

    /** About whom. */
    public record Query(AccountId customer) {}

    /** Answers. */
    public Uni<Boolean> execute(Query query) {
        AccountId customer = query.customer();
        return viewUser.execute(new ViewUser.Command(new Actor.System(), customer))
                .chain(
                        seen ->
                                switch (seen) {
                                    case ViewUser.Result.Refused _ -> Uni.createFrom().item(false);
                                    case ViewUser.Result.Shown _ -> isThere(customer);
                                });
    }

    private Uni<Boolean> isThere(AccountId customer) {
        return holdOwner.execute(new HoldOwner.Query(customer)).map(new Owner.Of(customer)::equals);
    }
}
