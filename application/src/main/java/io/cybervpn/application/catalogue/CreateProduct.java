package io.cybervpn.application.catalogue;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.AuditTrail.Entry;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.catalogue.ProductId;
import io.cybervpn.domain.catalogue.model.Product;
import io.cybervpn.domain.catalogue.model.ProductContent;
import io.cybervpn.domain.catalogue.repository.Products;
import io.cybervpn.domain.shared.Changes;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Adds a product (R21). Needs {@link Permission#CATALOGUE_WRITE}. */
@Singleton
public final class CreateProduct {
    private final Editing editing;
    private final Products products;

    @Inject
    CreateProduct(Editing editing, Products products) {
        this.editing = editing;
        this.products = products;
    }

    /** Who wants which product. */
    public record Command(Actor actor, ProductDraft draft) {}

    /** What became of it. */
    public sealed interface Result {
        /** It is there. */
        record Created(ProductView product) implements Result {}

        /** Another product has the code. */
        record CodeTaken() implements Result {}

        /** Refused for all of these. */
        record Invalid(List<Flaw> flaws) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Creates. Not repeatable: the second time the code is taken. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.CATALOGUE_WRITE)) {
            return answer(new Result.Forbidden());
        }
        return switch (CheckedProduct.of(command.draft())) {
            case CheckedProduct.Unsound(var flaws) -> answer(new Result.Invalid(flaws));
            case CheckedProduct.Sound(var content) ->
                    editing.run(() -> add(command.actor(), content));
        };
    }

    private Uni<Result> add(Actor actor, ProductContent content) {
        Product product = Product.create(new ProductId(editing.nextId()), content, editing.now());
        return products.add(product)
                .chain(
                        written ->
                                switch (written) {
                                    case STORED -> created(actor, product);
                                    case CODE_TAKEN -> answer(new Result.CodeTaken());
                                });
    }

    private Uni<Result> created(Actor actor, Product product) {
        Entry entry =
                Entry.of(actor, "catalogue.create_product", "product", product.id().value())
                        .with(Changes.created(AuditedFields.of(product)));
        return editing.record(entry).replaceWith(new Result.Created(ProductView.of(product)));
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
