package io.cybervpn.application.ledger;

import io.cybervpn.application.approval.port.ApprovedDeed;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.Adjustment;
import io.cybervpn.domain.ledger.AdjustmentId;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Changes a wallet by hand after a second member of staff agreed; see {@link AdjustWallet}. */
@Singleton
public final class AdjustWalletDeed implements ApprovedDeed {
    static final String KIND = "wallet.adjust";

    private static final String OWNER = "owner";
    private static final String ADJUSTMENT = "adjustment";
    private static final String LAPSES_AT = "lapsesAt";

    private final AdjustingDesk desk;

    @Inject
    AdjustWalletDeed(AdjustingDesk desk) {
        this.desk = desk;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Permission permission() {
        return Permission.WALLETS_ADJUST;
    }

    /** On the audit trail it is the deed of who approved it; who asked is there for asking. */
    @Override
    public Uni<Outcome> perform(Granted granted) {
        Actor approver = new Actor.Staff(granted.approvedBy(), Set.of());
        return desk.carryOut(approver, order(granted)).map(AdjustWalletDeed::outcome);
    }

    static Map<String, String> details(AdjustingDesk.Order order) {
        Map<String, String> details = new HashMap<>();
        details.put(OWNER, order.owner().value().toString());
        details.put(ADJUSTMENT, order.adjustment().code());
        if (order.adjustment() instanceof Adjustment.Grant(_, var lapsesAt)) {
            lapsesAt.ifPresent(end -> details.put(LAPSES_AT, end.toString()));
        }
        return details;
    }

    private static AdjustingDesk.Order order(Granted granted) {
        Map<String, String> details = granted.details();
        return new AdjustingDesk.Order(
                new AccountId(UUID.fromString(details.getOrDefault(OWNER, ""))),
                new AdjustmentId(UUID.fromString(granted.subject())),
                adjustment(details, granted.money()));
    }

    private static Adjustment adjustment(Map<String, String> details, Money money) {
        String code = details.getOrDefault(ADJUSTMENT, "nothing");
        return switch (code) {
            case "credit" -> new Adjustment.Credit(money);
            case "debit" -> new Adjustment.Debit(money);
            case "grant" ->
                    new Adjustment.Grant(
                            money, Optional.ofNullable(details.get(LAPSES_AT)).map(Instant::parse));
            case String _ -> throw new IllegalStateException("no adjustment is a " + code);
        };
    }

    private static Outcome outcome(AdjustingDesk.Outcome outcome) {
        return switch (outcome) {
            case AdjustingDesk.Outcome.Done() -> new Outcome.Done();
            case AdjustingDesk.Outcome.NoSuchOwner() -> new Outcome.Impossible("account_ended");
            case AdjustingDesk.Outcome.NotEnough _ -> new Outcome.Impossible("not_enough_money");
        };
    }
}
