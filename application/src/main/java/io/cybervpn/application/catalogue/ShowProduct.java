package io.cybervpn.application.catalogue;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.ProductId;
import io.cybervpn.domain.catalogue.model.Product;
import io.cybervpn.domain.catalogue.repository.Products;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Shows staff one product. Needs {@link Permission#CATALOGUE_READ}. */
@Singleton
public final class ShowProduct {
    private final UnitOfWork unitOfWork;
    private final Products products;

    @Inject
    ShowProduct(UnitOfWork unitOfWork, Products products) {
        this.unitOfWork = unitOfWork;
        this.products = products;
    }

    /** Who asks for what. */
    public record Command(Actor actor, ProductId product) {}

    /** The answer. */
    public sealed interface Result {
        /** As it is now. */
        record Shown(ProductView product) implements Result {}

        /** There is no such product. */
        record NoSuchProduct() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.CATALOGUE_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        return unitOfWork.run(() -> products.find(command.product())).map(ShowProduct::answer);
    }

    private static Result answer(Optional<Product> found) {
        return found.map(ProductView::of)
                .<Result>map(Result.Shown::new)
                .orElseGet(Result.NoSuchProduct::new);
    }
}
