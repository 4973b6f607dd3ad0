package io.cybervpn.application.proof;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a broken rule means and how it is mended, for the shop owner at night.
 *
 * @param meaning in one sentence
 * @param mend what to do
 */
public record Remedy(String meaning, String mend) {
    static final String EVENTS =
            "Look at GET /api/v1/admin/outbox for parked deliveries and retry them; what was"
                    + " delivered twice does nothing twice.";
    static final String BUG =
            "This cannot come from the shop's own writing. Stop payouts, keep a copy of the"
                    + " database, compare with the audit trail (./cybervpn audit verify) and tell the"
                    + " developers.";
    private static final String SWEEP =
            "The sweep mends it within its turn by itself. If it stays, look at the parked accesses"
                    + " of the panel and retry them.";

    private static final Map<String, Remedy> OTHERS =
            Map.ofEntries(
                    entry("transaction-not-balanced", "A booking does not sum to zero.", BUG),
                    entry("transaction-not-complete", "A booking has lost lines.", BUG),
                    entry(
                            "trial-balance-not-zero",
                            "All accounts of a currency do not sum to zero.",
                            BUG),
                    entry(
                            "renewal-paid-not-extended",
                            "A renewal counts as paid and gave no time.",
                            EVENTS),
                    entry(
                            "renewal-charge-without-period",
                            "A renewal was paid, and the period that it is for does not say so.",
                            EVENTS),
                    entry(
                            "period-charged-twice",
                            "More than one order was paid for the renewal of one period.",
                            "Give the later one back (POST /api/v1/admin/payments/{id}/refunds) and"
                                    + " tell the developers."),
                    entry(
                            "subscription-not-watched",
                            "Nothing is done about the end of a subscription that runs.",
                            EVENTS),
                    entry("wallet-overdrawn", "A customer's wallet is below nothing.", BUG),
                    entry(
                            "grants-not-their-account",
                            "What customers were given is not what the books say they were given.",
                            BUG),
                    entry(
                            "hold-without-waiting-order",
                            "Money of a customer is set aside for an order that does not wait for money.",
                            BUG),
                    entry(
                            "holds-not-their-account",
                            "What customers have set aside is not what the books say.",
                            BUG),
                    entry(
                            "wallet-share-not-its-payment",
                            "What a wallet gave for an order is not what its payment says.",
                            BUG),
                    entry(
                            "reversal-does-not-mirror",
                            "A reversal is not the opposite of its original.",
                            BUG),
                    entry(
                            "captured-payment-not-booked",
                            "A payment counts as paid and its money is not in the books.",
                            BUG),
                    entry(
                            "booked-payment-not-captured",
                            "The books have money of a payment that does not count as paid.",
                            BUG),
                    entry(
                            "flagged-payment-not-unallocated",
                            "Money that did not fit is not kept apart.",
                            BUG),
                    entry(
                            "fee-of-no-payment",
                            "A provider's fee is booked for money that did not come.",
                            BUG),
                    entry(
                            "unallocated-payment-not-flagged",
                            "Money is kept apart for a payment that is not flagged.",
                            BUG),
                    entry(
                            "unallocated-not-listed",
                            "Money is kept apart and is not on the list that staff decide on.",
                            BUG),
                    entry(
                            "resolution-not-booked",
                            "Staff decided on unmatched money and it is not in the books so.",
                            BUG),
                    entry(
                            "booked-resolution-not-there",
                            "The books have a decision on unmatched money that nobody made.",
                            BUG),
                    entry(
                            "paid-order-not-settled",
                            "An order counts as paid and is not in the books.",
                            BUG),
                    entry(
                            "settled-order-not-paid",
                            "The books have an order that does not count as paid.",
                            BUG),
                    entry(
                            "paid-order-without-captured-payment",
                            "An order counts as paid by a payment that is not.",
                            BUG),
                    entry(
                            "wallet-payment-without-paid-order",
                            "A wallet paid for an order that does not count as paid.",
                            BUG),
                    entry(
                            "paid-order-not-extended",
                            "A customer paid and was given no time for it.",
                            EVENTS),
                    entry(
                            "extended-order-not-paid",
                            "Time was given for an order that is not paid.",
                            BUG),
                    entry(
                            "subscription-end-not-its-extensions",
                            "A subscription ends at another time than was paid for.",
                            BUG),
                    entry(
                            "changed-subscription-end-not-its-history",
                            "A subscription whose plan was changed ends at another time than its"
                                    + " orders, changes and returns come to.",
                            BUG),
                    entry(
                            "subscription-not-on-its-plan",
                            "A subscription runs on another plan than it was last changed to.",
                            BUG),
                    entry(
                            "paid-change-not-made",
                            "An order for another plan gave its time, but the plan was not changed.",
                            BUG),
                    entry(
                            "paid-add-on-not-granted",
                            "An add-on was paid for, but the subscription does not have it.",
                            EVENTS),
                    entry(
                            "granted-add-on-not-paid",
                            "A subscription has an add-on that nobody paid for.",
                            BUG),
                    entry(
                            "add-on-end-not-its-money",
                            "An add-on ends at another moment than what is left of its money buys.",
                            EVENTS),
                    entry(
                            "add-on-not-ended",
                            "The time of an add-on is over, and it counts still.",
                            EVENTS),
                    entry(
                            "access-of-another-entitlement",
                            "What is wanted from the panel is not what the subscription owes.",
                            EVENTS),
                    entry(
                            "grace-not-over",
                            "A small service is given still, though something was paid or its time"
                                    + " is over.",
                            EVENTS),
                    entry("refund-not-booked", "Money goes back and is not in the books.", BUG),
                    entry(
                            "booked-refund-not-there",
                            "The books have a refund that is not there.",
                            BUG),
                    entry(
                            "failed-refund-not-booked-back",
                            "A refund failed and its money was not put back, or the other way"
                                    + " round.",
                            BUG),
                    entry(
                            "payment-refunded-beyond-what-came",
                            "More of a payment goes back than it brought.",
                            BUG),
                    entry(
                            "refunded-time-not-taken-back",
                            "Money went back and the time that it paid for was not taken, or the"
                                    + " other way round.",
                            EVENTS),
                    entry(
                            "store-time-not-given",
                            "A subscription that an app store keeps ends at another time than the store"
                                    + " said.",
                            EVENTS),
                    entry(
                            "store-time-of-another-end",
                            "The app store's side says another end than is kept here.",
                            "The customer is read anew by itself as soon as anything is heard of him. If it"
                                    + " stays, look for the product at GET /api/v1/admin/store-products and for"
                                    + " RevenueCat's pushes in the inbox."),
                    entry(
                            "subscription-without-access",
                            "A subscription runs and no access is wanted for it.",
                            EVENTS),
                    entry(
                            "access-until-another-time",
                            "An access is wanted until another time than was paid for.",
                            EVENTS),
                    entry(
                            "access-parked",
                            "The panel refused an access and nobody has dealt with it.",
                            "Read its reason at GET /api/v1/admin/provisioning, mend the panel, and"
                                    + " retry it."),
                    entry(
                            "access-late",
                            "An access has not reached the panel for long.",
                            "Look whether the panel answers (./cybervpn doctor); it is tried for"
                                    + " ever and needs nothing else."),
                    entry(
                            "panel-user-differs",
                            "The panel grants something else than was bought.",
                            SWEEP),
                    entry("panel-user-missing", "The panel has lost a user.", SWEEP),
                    entry(
                            "panel-user-unknown",
                            "The panel serves a user of ours whom nobody bought.",
                            "Nobody pays for him. Look for him in backups of the shop; remove him"
                                    + " on the panel if he is nobody."));

    private static final Remedy UNKNOWN =
            new Remedy(
                    "A rule that this list does not explain.",
                    "Read docs/money.md and docs/proof.md, or tell the developers the name of the"
                            + " rule.");

    private static final Map<String, Remedy> BY_CHECK =
            HoldRemedies.and(
                    RecurringRemedies.and(
                            InvoiceRemedies.and(
                                    FiscalRemedies.and(
                                            ImportRemedies.and(ProviderRemedies.and(OTHERS))))));

    private static Map.Entry<String, Remedy> entry(String check, String meaning, String mend) {
        return Map.entry(check, new Remedy(meaning, mend));
    }

    /** The remedy of a rule. */
    static Remedy of(String check) {
        return Optional.ofNullable(BY_CHECK.get(check)).orElse(UNKNOWN);
    }

    /** All that is written here, for whoever checks what it refers to. */
    public static Collection<Remedy> all() {
        return BY_CHECK.values();
    }

    /** The rules that are explained here. */
    public static Set<String> checks() {
        return BY_CHECK.keySet();
    }
}
