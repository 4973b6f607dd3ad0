package io.cybervpn.domain.appstore.model;

import io.cybervpn.domain.appstore.StoreServiceId;
import io.cybervpn.domain.appstore.StoreTrouble;
import io.cybervpn.domain.catalogue.PlanId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Brings what is kept here to what the store's side says. One use for one reading; pure but for the
 * ids that it is given. The reading is believed, with one exception: purchases that are missing
 * without a transfer stay, and staff are told, since a wrong key or project would look the same.
 */
public final class Bringing {
    /** Stores charge within the last day; this shortly before the end the news must be there. */
    private static final Duration BEFORE_END = Duration.ofHours(1);

    private static final Duration AFTER_END = Duration.ofMinutes(10);

    private final Known known;
    private final Reading reading;
    private final Instant now;
    private final Map<PurchaseKey, KeptPurchase> purchases = new LinkedHashMap<>();
    private final Map<StoreServiceId, StoreService> services = new LinkedHashMap<>();
    private final List<StoreTrouble> troubles = new ArrayList<>();
    private boolean unmapped;

    private Bringing(Known known, Reading reading, Instant now) {
        this.known = known;
        this.reading = reading;
        this.now = now;
        known.purchases().forEach(one -> purchases.put(one.key(), one));
        known.services().forEach(one -> services.put(one.id(), one));
    }

    /**
     * What is known before.
     *
     * @param shop only purchases of this one count
     * @param services those of the customer's account, and those that the reading's transactions
     *     pay for so far
     * @param purchases all of these services
     * @param products all that staff mapped
     */
    public record Known(
            StoreCustomer customer,
            Environment shop,
            List<StoreService> services,
            List<KeptPurchase> purchases,
            List<StoreProduct> products) {
        /** Copies the lists. */
        public Known {
            services = List.copyOf(services);
            purchases = List.copyOf(purchases);
            products = List.copyOf(products);
        }
    }

    /**
     * What is to be kept from now on.
     *
     * @param services those that are new or end elsewhere now
     * @param purchases those that are new or changed
     * @param unmapped the customer has purchases that no plan is known for
     * @param nextLook when to ask again though nobody tells anything; empty: never
     */
    public record Outcome(
            List<StoreService> services,
            List<KeptPurchase> purchases,
            List<StoreTrouble> troubles,
            boolean unmapped,
            Optional<Instant> nextLook) {
        /** Copies the lists. */
        public Outcome {
            services = List.copyOf(services);
            purchases = List.copyOf(purchases);
            troubles = List.copyOf(troubles);
        }
    }

    /** Decides. */
    public static Outcome bring(
            Known known, Reading reading, Instant now, Supplier<StoreServiceId> ids) {
        Bringing bringing = new Bringing(known, reading, now);
        reading.purchases().stream()
                .filter(one -> one.environment() == known.shop())
                .forEach(one -> bringing.take(one, ids));
        bringing.missing();
        return bringing.outcome();
    }

    private void take(Purchase purchase, Supplier<StoreServiceId> ids) {
        Optional<StoreProduct> product = StoreProduct.of(purchase, known.products());
        if (product.isEmpty()) {
            unmapped = true;
            tell("product_without_plan", purchase.key().store() + " " + purchase.product());
            return;
        }
        Optional<Instant> until = purchase.until(product.get().days());
        if (until.isEmpty()) {
            unmapped = true;
            tell("purchase_without_end", purchase.key().store() + " " + purchase.product());
            return;
        }
        StoreService service = service(product.get().plan(), purchase.from(), ids);
        purchases.put(
                purchase.key(),
                new KeptPurchase(
                        purchase.key(),
                        known.customer().appUser(),
                        service.id(),
                        purchase.product(),
                        purchase.from(),
                        until.get(),
                        purchase.refundedAt(),
                        true));
    }

    private StoreService service(PlanId plan, Instant from, Supplier<StoreServiceId> ids) {
        return services.values().stream()
                .filter(one -> one.account().equals(known.customer().account()))
                .filter(one -> one.plan().equals(plan))
                .findFirst()
                .orElseGet(() -> opened(plan, from, ids.get()));
    }

    private StoreService opened(PlanId plan, Instant from, StoreServiceId id) {
        StoreService opened = new StoreService(id, known.customer().account(), plan, from, from);
        services.put(id, opened);
        return opened;
    }

    /** What this customer had listed and the reading does not have. */
    private void missing() {
        List<KeptPurchase> gone =
                purchases.values().stream()
                        .filter(one -> one.listed() && isHis(one))
                        .filter(one -> reading.purchases().stream().noneMatch(has(one)))
                        .toList();
        gone.forEach(this::letGo);
    }

    private boolean isHis(KeptPurchase purchase) {
        return purchase.appUser().equals(known.customer().appUser());
    }

    private static Predicate<Purchase> has(KeptPurchase kept) {
        return listed -> listed.key().equals(kept.key());
    }

    private void letGo(KeptPurchase kept) {
        if (known.customer().leaving()
                || reading.purchases().stream().anyMatch(kept::isSameProduct)) {
            purchases.put(kept.key(), kept.unlisted());
            return;
        }
        tell("purchase_vanished", kept.key().store() + " " + kept.key().transaction());
    }

    private void tell(String kind, String subject) {
        troubles.add(new StoreTrouble(kind, subject, now));
    }

    private Outcome outcome() {
        List<StoreService> changed =
                services.values().stream()
                        .map(one -> one.reckoned(purchases.values(), now))
                        .filter(one -> !known.services().contains(one))
                        .toList();
        List<KeptPurchase> kept =
                purchases.values().stream()
                        .filter(one -> !known.purchases().contains(one))
                        .toList();
        return new Outcome(changed, kept, troubles, unmapped, nextLook());
    }

    /** A renewal that nobody told of is found shortly before the end, or shortly after it. */
    private Optional<Instant> nextLook() {
        return purchases.values().stream()
                .filter(one -> one.listed() && isHis(one))
                .map(KeptPurchase::until)
                .max(Instant::compareTo)
                .flatMap(this::around);
    }

    private Optional<Instant> around(Instant end) {
        return Stream.of(end.minus(BEFORE_END), end.plus(AFTER_END))
                .filter(now::isBefore)
                .findFirst();
    }
}
