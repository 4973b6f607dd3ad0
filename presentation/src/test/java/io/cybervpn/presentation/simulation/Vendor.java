package io.cybervpn.presentation.simulation;

import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.sandbox.http.Fault;
import io.cybervpn.sandbox.http.Faults;
import io.cybervpn.sandbox.http.SandboxClock;
import io.cybervpn.sandbox.http.Webhooks;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A payment provider of the sandbox, as its customers, its bookkeepers and fate see it. */
interface Vendor {
    /** The name of its gateway. */
    String name();

    /** What it takes and plans are priced in. */
    List<Asset> assets();

    /** Whether the shop may charge by itself what customers pay with. */
    default boolean keepsCards() {
        return false;
    }

    /** The invoices of a payment of ours that can still be paid, oldest first. */
    List<String> invoices(String payment);

    /**
     * Somebody pays.
     *
     * @param money what the provider says that it took
     * @param asked what the invoice asks for
     * @return false when he could not
     */
    boolean pay(String invoice, Payer payer, Money money, Money asked);

    /** Who pays for what, and whether he is asked for before, where a provider asks. */
    record Payer(String payment, long telegramId, boolean late) {}

    /** All that it took, oldest first. */
    List<Took> took();

    /**
     * What it took.
     *
     * @param payment ours
     * @param reference its own, as the shop knows it
     */
    record Took(String payment, String reference, Money money, Instant at) {}

    /** What it gave back in all, by its own books, where they are in the shop's currencies. */
    default Optional<Map<String, Long>> gaveBack() {
        return Optional.empty();
    }

    /** Somebody gives a part back in the provider's cabinet; false: not so much is there. */
    default boolean refundPastUs(Took took, long minor) {
        return false;
    }

    /** The payer's bank takes all back, where it can; gives what ends that, true for the shop. */
    default Optional<Consumer<Boolean>> dispute(Took took) {
        return Optional.empty();
    }

    /** One with a server of its own, which tells, fails, and has a clock. */
    interface Server extends Vendor {
        /** The last part of the path of its pushes. */
        default String source() {
            return name();
        }

        Faults faults();

        Webhooks webhooks();

        SandboxClock clock();

        /** The fault on the call that makes an invoice. */
        Fault onMake(Fault fault);
    }

    /** Nobody is late or honest here: its own time for an invoice is over. */
    default void end(String invoice) {}

    /** Money in the provider's decimal text. */
    static Money money(String amount, String code) {
        Asset asset = Asset.find(code.toUpperCase(java.util.Locale.ROOT)).orElseThrow();
        return new Money(
                new BigDecimal(amount).movePointRight(asset.scale()).longValueExact(), asset);
    }
}
