package io.cybervpn.application.payment;

import io.cybervpn.application.approval.port.ApprovedDeed;
import io.cybervpn.application.payment.ResolvingDesk.Wish;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.Resolution;
import io.cybervpn.domain.payment.UnmatchedId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Decides on unmatched money after a second member of staff agreed; see ResolveUnmatched. */
@Singleton
public final class ResolveUnmatchedDeed implements ApprovedDeed {
    static final String KIND = "unallocated.resolve";

    private static final String RESOLUTION = "resolution";
    private static final String TARGET = "target";
    private static final String BUYER = "buyer";

    private final ResolvingDesk desk;

    @Inject
    ResolveUnmatchedDeed(ResolvingDesk desk) {
        this.desk = desk;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Permission permission() {
        return Permission.PAYMENTS_REFUND;
    }

    static Map<String, String> details(Resolution resolution) {
        Map<String, String> details = new HashMap<>();
        details.put(RESOLUTION, resolution.code());
        resolution.target().ifPresent(target -> details.put(TARGET, target.toString()));
        if (resolution instanceof Resolution.PayOrder(_, var buyer)) {
            details.put(BUYER, buyer.value().toString());
        }
        return details;
    }

    @Override
    public Uni<Outcome> perform(Granted granted) {
        Wish wish =
                new Wish(
                        new UnmatchedId(UUID.fromString(granted.subject())),
                        resolution(granted.details()),
                        "approval " + granted.id().value());
        return desk.look(wish).chain(seen -> perform(seen, wish, granted));
    }

    /** What was agreed on is done, or nothing: a part that went back meanwhile changes it. */
    private Uni<Outcome> perform(ResolvingDesk.Outcome seen, Wish wish, Granted granted) {
        return switch (seen) {
            case ResolvingDesk.Outcome.NotThere() -> answer(new Outcome.Impossible("not_found"));
            case ResolvingDesk.Outcome.Refused(var code) -> answer(new Outcome.Impossible(code));
            case ResolvingDesk.Outcome.Possible possible ->
                    possible.left().filter(granted.money()::equals).isEmpty()
                            ? answer(new Outcome.Impossible("amount_changed"))
                            : desk.carryOut(
                                            possible,
                                            wish,
                                            new Actor.Staff(granted.approvedBy(), Set.of()))
                                    .replaceWith(new Outcome.Done());
        };
    }

    private static Resolution resolution(Map<String, String> details) {
        return switch (details.getOrDefault(RESOLUTION, "nothing")) {
            case "credit" ->
                    new Resolution.Credit(
                            new AccountId(UUID.fromString(details.getOrDefault(TARGET, ""))));
            case "pay_order" ->
                    new Resolution.PayOrder(
                            UUID.fromString(details.getOrDefault(TARGET, "")),
                            new AccountId(UUID.fromString(details.getOrDefault(BUYER, ""))));
            case "sent_back" -> new Resolution.SentBack();
            case "kept" -> new Resolution.Kept();
            case String code -> throw new IllegalStateException("no resolution is " + code);
        };
    }

    private static Uni<Outcome> answer(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
