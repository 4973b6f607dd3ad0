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
import java.util.Optional;

/**
 * Replaces what a product says; switching it off takes its plans off sale. Needs {@link
 * Permission#CATALOGUE_WRITE}.
 */
@Singleton
public final class EditProduct {
    private final Editing editing;
    private final Products products;

    @Inject
    EditProduct(Editing editing, Products products) {
        this.editing = editing;
        this.products = products;
    }

    /**
     * Who wants what.
     *
     * @param version the one that he saw
     * @param draft the whole product as it shall be
     */
    public record Command(Actor actor, ProductId product, long version, ProductDraft draft) {}

    /** What became of it. */
    public sealed interface Result {
        /** The new version. */
        record Edited(ProductView product) implements Result {}

        /** There is no such product. */
        record NoSuchProduct() implements Result {}

        /** Somebody was quicker; look again. */
        record Stale(long currentVersion) implements Result {}

        /** Another product has the code. */
        record CodeTaken() implements Result {}

        /** Refused for all of these. */
        record Invalid(List<Flaw> flaws) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Edits. Repeating it with the same version is refused as stale. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.CATALOGUE_WRITE)) {
            return answer(new Result.Forbidden());
        }
        return switch (CheckedProduct.of(command.draft())) {
            case CheckedProduct.Unsound(var flaws) -> answer(new Result.Invalid(flaws));
            case CheckedProduct.Sound(var content) ->
                    editing.run(() -> lockAndEdit(command, content));
        };
    }

    private Uni<Result> lockAndEdit(Command command, ProductContent content) {
        return products.lock(command.product()).chain(found -> compare(found, command, content));
    }

    private Uni<Result> compare(Optional<Product> found, Command command, ProductContent content) {
        if (found.isEmpty()) {
            return answer(new Result.NoSuchProduct());
        }
        if (found.get().version() != command.version()) {
            return answer(new Result.Stale(found.get().version()));
        }
        return save(command.actor(), found.get(), content);
    }

    private Uni<Result> save(Actor actor, Product before, ProductContent content) {
        Product next = before.edit(content, editing.now());
        Entry entry =
                Entry.of(actor, "catalogue.edit_product", "product", next.id().value())
                        .with(Changes.between(AuditedFields.of(before), AuditedFields.of(next)));
        return products.save(next)
                .chain(
                        written ->
                                switch (written) {
                                    case STORED ->
                                            editing.record(entry)
                                                    .replaceWith(
                                                            new Result.Edited(
                                                                    ProductView.of(next)));
                                    case CODE_TAKEN -> answer(new Result.CodeTaken());
                                });
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
