package io.cybervpn.application.payment;

import io.cybervpn.application.payment.ApplyPaymentNotice.Said;
import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What pushes give to do beside the money of payments that are known. Pure. */
final class PushHints {
    private PushHints() {}

    /** Money of invoices that name no payment. */
    static List<KeepForeignMoney.Said> foreign(List<Said> said) {
        List<KeepForeignMoney.Said> foreign = new ArrayList<>();
        for (Said one : said) {
            if (one.notice() instanceof Notice.PaidForeign(var receipt)) {
                foreign.add(new KeepForeignMoney.Said(one.provider(), receipt));
            }
        }
        return foreign;
    }

    /** What went back. */
    static List<ApplyReturns.Said> returns(List<Said> said) {
        List<ApplyReturns.Said> returns = new ArrayList<>();
        for (Said one : said) {
            if (one.notice() instanceof Notice.Returned returned) {
                returns.add(new ApplyReturns.Said(one.provider(), returned));
            }
        }
        return returns;
    }

    /** Payments that have to be looked at. */
    static Set<LookingAgain.Hint> looks(List<Said> said) {
        Set<LookingAgain.Hint> hints = new HashSet<>();
        for (Said one : said) {
            if (one.notice() instanceof Notice.Look(var payment, _)) {
                hints.add(new LookingAgain.Hint(payment, one.provider()));
            }
        }
        return hints;
    }

    /** What providers have to be asked about, whatever payments we know. */
    static List<ApplyReturns.Hint> asks(List<Said> said) {
        return said.stream().flatMap(one -> ask(one).stream()).toList();
    }

    private static Optional<ApplyReturns.Hint> ask(Said said) {
        return switch (said.notice()) {
            case Notice.Ask(var about) ->
                    Optional.of(new ApplyReturns.Hint(said.provider(), about));
            case Notice.AskForeign(var invoice) ->
                    Optional.of(ApplyReturns.Hint.ofInvoice(said.provider(), invoice));
            case Notice.Paid _,
                    Notice.PaidForeign _,
                    Notice.Recurring _,
                    Notice.Standing _,
                    Notice.Look _,
                    Notice.Returned _,
                    Notice.Irrelevant _,
                    Notice.NotUnderstood _ ->
                    Optional.empty();
        };
    }

    /**
     * Money for payments that are not ours: it has to be asked whether it came.
     *
     * @param ours what {@link #looks} named and is there
     */
    static List<ApplyReturns.Hint> strangers(List<Said> said, Set<LookingAgain.Hint> ours) {
        List<ApplyReturns.Hint> strangers = new ArrayList<>();
        for (Said one : said) {
            if (one.notice() instanceof Notice.Look(var payment, var paid)
                    && !ours.contains(new LookingAgain.Hint(payment, one.provider()))) {
                paid.map(invoice -> ApplyReturns.Hint.ofInvoice(one.provider(), invoice))
                        .ifPresent(strangers::add);
            }
        }
        return strangers;
    }
}
