package io.cybervpn.application.appstore;

import io.cybervpn.application.catalogue.FindPlanTerms;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.appstore.model.StoreProduct;
import io.cybervpn.domain.appstore.repository.StoreCustomers;
import io.cybervpn.domain.appstore.repository.StoreProducts;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Says which plan a product of a store stands for. Customers who bought it before are read anew and
 * get what is theirs; what was given by another plan stays until its customer is read next. Needs
 * {@link Permission#CATALOGUE_WRITE}.
 */
@Singleton
public final class MapStoreProduct {
    private final UnitOfWork unitOfWork;
    private final StoreProducts products;
    private final StoreCustomers customers;
    private final FindPlanTerms findPlanTerms;
    private final AuditTrail auditTrail;
    private final Clock clock;

    @Inject
    MapStoreProduct(
            UnitOfWork unitOfWork,
            StoreProducts products,
            StoreCustomers customers,
            FindPlanTerms findPlanTerms,
            AuditTrail auditTrail,
            Clock clock) {
        this.unitOfWork = unitOfWork;
        this.products = products;
        this.customers = customers;
        this.findPlanTerms = findPlanTerms;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * The wish.
     *
     * @param days for what has no end of its own
     */
    public record Command(
            Actor actor, String store, String product, PlanId plan, Optional<Integer> days) {}

    /** What became of it. */
    public sealed interface Result {
        /** It is so now. */
        record Mapped(StoreProductView product) implements Result {}

        /** There is no such plan. */
        record NoSuchPlan() implements Result {}

        /** A field is out of its bounds. */
        record Invalid(String field) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Does it. Repeatable. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.CATALOGUE_WRITE)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        return flaw(command)
                .<Uni<Result>>map(field -> Uni.createFrom().item(new Result.Invalid(field)))
                .orElseGet(() -> unitOfWork.run(() -> map(command)));
    }

    private static Optional<String> flaw(Command command) {
        if (!command.store().matches(StoreProduct.STORE)) {
            return Optional.of("store");
        }
        if (command.product().isBlank()
                || command.product().length() > StoreProduct.PRODUCT_LENGTH_MAX) {
            return Optional.of("product");
        }
        return command.days()
                .filter(days -> days < 1 || days > StoreProduct.DAYS_MAX)
                .map(_ -> "days");
    }

    private Uni<Result> map(Command command) {
        return findPlanTerms
                .execute(new FindPlanTerms.Query(command.plan()))
                .chain(
                        found ->
                                found.isPresent()
                                        ? products.lock(command.store(), command.product())
                                                .chain(before -> put(before, command))
                                        : Uni.createFrom().item(new Result.NoSuchPlan()));
    }

    private Uni<Result> put(Optional<StoreProduct> before, Command command) {
        StoreProduct after =
                new StoreProduct(
                        command.store(),
                        command.product(),
                        command.plan(),
                        command.days(),
                        clock.instant());
        Changes changes =
                Changes.between(
                        before.map(StoreProductFields::of).orElseGet(Map::of),
                        StoreProductFields.of(after));
        return products.put(after)
                .chain(() -> customers.askUnmapped(clock.instant()))
                .chain(
                        () ->
                                auditTrail.append(
                                        AuditTrail.Entry.of(
                                                        command.actor(),
                                                        "catalogue.map_store_product",
                                                        "store_product",
                                                        StoreProductFields.name(after))
                                                .with(changes)))
                .replaceWith(new Result.Mapped(StoreProductView.of(after)));
    }
}
