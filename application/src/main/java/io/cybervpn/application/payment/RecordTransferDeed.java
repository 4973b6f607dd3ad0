package io.cybervpn.application.payment;

import io.cybervpn.application.approval.port.ApprovedDeed;
import io.cybervpn.application.payment.TransferDesk.Wish;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.payment.TransferReference;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Records a transfer after a second member of staff saw it too; see RecordTransfer. */
@Singleton
public final class RecordTransferDeed implements ApprovedDeed {
    static final String KIND = "payment.record_transfer";

    private static final String REFERENCE = "reference";
    private static final String ARRIVED_AT = "arrivedAt";

    private final TransferDesk desk;

    @Inject
    RecordTransferDeed(TransferDesk desk) {
        this.desk = desk;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Permission permission() {
        return Permission.PAYMENTS_CONFIRM;
    }

    static Map<String, String> details(Wish wish) {
        Map<String, String> details = new HashMap<>();
        details.put(ARRIVED_AT, wish.arrivedAt().toString());
        wish.invoice().ifPresent(invoice -> details.put(REFERENCE, invoice.text()));
        return details;
    }

    @Override
    public Uni<Outcome> perform(Granted granted) {
        Wish wish =
                new Wish(
                        Optional.ofNullable(granted.details().get(REFERENCE))
                                .map(TransferReference::new),
                        granted.money(),
                        granted.subject(),
                        Instant.parse(granted.details().getOrDefault(ARRIVED_AT, "")),
                        "approval " + granted.id().value());
        return desk.look(wish).chain(seen -> perform(seen, wish, granted));
    }

    private Uni<Outcome> perform(TransferDesk.Outcome seen, Wish wish, Granted granted) {
        return switch (seen) {
            case TransferDesk.Outcome.Refused(var code) -> answer(new Outcome.Impossible(code));
            case TransferDesk.Outcome.Before _ -> answer(new Outcome.Done());
            case TransferDesk.Outcome.Possible possible ->
                    desk.carryOut(possible, wish, new Actor.Staff(granted.approvedBy(), Set.of()))
                            .map(RecordTransferDeed::outcome);
        };
    }

    private static Outcome outcome(Optional<TransferDesk.Done> done) {
        return done.isPresent() ? new Outcome.Done() : new Outcome.Impossible("transfer_known");
    }

    private static Uni<Outcome> answer(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
