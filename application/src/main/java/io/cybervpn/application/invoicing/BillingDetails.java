package io.cybervpn.application.invoicing;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.identity.Owner;
import io.cybervpn.domain.invoicing.Party;
import io.cybervpn.domain.invoicing.repository.Parties;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * What a customer wants on his invoices: shows it, or writes it for those that come. The e-mail is
 * that of his account and not kept here. Repeatable.
 */
@Singleton
public final class BillingDetails {
    private final UnitOfWork unitOfWork;
    private final HoldOwner holdOwner;
    private final Parties parties;

    @Inject
    BillingDetails(UnitOfWork unitOfWork, HoldOwner holdOwner, Parties parties) {
        this.unitOfWork = unitOfWork;
        this.holdOwner = holdOwner;
        this.parties = parties;
    }

    /**
     * Whose.
     *
     * @param wish what shall be there; empty: he only looks
     */
    public record Command(Actor actor, Optional<Party> wish) {}

    /** The answer. */
    public sealed interface Result {
        /** It is this; all of it empty if he never said anything. */
        record Known(Party details) implements Result {}

        /** Only customers have some, and only while they are here. */
        record Forbidden() implements Result {}
    }

    /** Shows or writes it. */
    public Uni<Result> execute(Command command) {
        return switch (command.actor()) {
            case Actor.Customer customer ->
                    unitOfWork.run(
                            () ->
                                    command.wish()
                                            .map(wish -> write(customer.id(), wish))
                                            .orElseGet(() -> read(customer.id())));
            case Actor.Guest _, Actor.Staff _, Actor.Key _, Actor.System _ ->
                    Uni.createFrom().item(new Result.Forbidden());
        };
    }

    private Uni<Result> read(AccountId account) {
        return parties.buyer(account)
                .map(known -> new Result.Known(known.orElseGet(Party::nobody)));
    }

    private Uni<Result> write(AccountId account, Party wish) {
        return holdOwner
                .execute(new HoldOwner.Query(account))
                .chain(
                        owner ->
                                switch (owner) {
                                    case Owner.Nobody() ->
                                            Uni.createFrom().item(new Result.Forbidden());
                                    case Owner.Of(var there) ->
                                            parties.saveBuyer(there, wish)
                                                    .replaceWith(new Result.Known(wish));
                                });
    }
}
