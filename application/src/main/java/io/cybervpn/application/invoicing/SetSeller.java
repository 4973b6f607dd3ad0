package io.cybervpn.application.invoicing;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.invoicing.Party;
import io.cybervpn.domain.invoicing.repository.Parties;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Says who sells, as it is printed on what is finalised from now on. Needs {@link
 * Permission#INVOICES_SETTINGS}; audited. Repeatable.
 */
@Singleton
public final class SetSeller {
    private final UnitOfWork unitOfWork;
    private final Parties parties;
    private final AuditTrail audit;

    @Inject
    SetSeller(UnitOfWork unitOfWork, Parties parties, AuditTrail audit) {
        this.unitOfWork = unitOfWork;
        this.parties = parties;
        this.audit = audit;
    }

    /** Who it is. */
    public record Command(Actor actor, Party seller) {}

    /** What came of it. */
    public sealed interface Result {
        /** It is printed so. */
        record Set(Party seller) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Says it. */
    public Uni<Result> execute(Command command) {
        return command.actor().may(Permission.INVOICES_SETTINGS)
                ? unitOfWork.run(() -> parties.seller().chain(known -> set(known, command)))
                : Uni.createFrom().item(new Result.Forbidden());
    }

    private Uni<Result> set(Party known, Command command) {
        AuditTrail.Entry entry =
                AuditTrail.Entry.of(command.actor(), "invoicing.set_seller", "seller", "seller")
                        .with(Changes.between(fields(known), fields(command.seller())));
        return parties.saveSeller(command.seller())
                .chain(() -> audit.append(entry))
                .replaceWith(new Result.Set(command.seller()));
    }

    private static Map<String, String> fields(Party party) {
        return Map.of(
                "name", party.name(),
                "email", party.email(),
                "address", party.address(),
                "taxId", party.taxId(),
                "country", party.country());
    }
}
