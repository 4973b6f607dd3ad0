package io.cybervpn.presentation.appstore.rest;

import io.cybervpn.application.appstore.ListStoreProducts;
import io.cybervpn.application.appstore.MapStoreProduct;
import io.cybervpn.application.appstore.UnmapStoreProduct;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Products of app stores for staff with {@code catalogue:read} and {@code catalogue:write} (R77).
 */
@Path("/api/v1/admin/store-products")
@Tag(name = "admin-store")
@Authenticated
public final class StoreProductResource {
    private final ListStoreProducts listStoreProducts;
    private final MapStoreProduct mapStoreProduct;
    private final UnmapStoreProduct unmapStoreProduct;
    private final CurrentActor actor;

    @Inject
    StoreProductResource(
            ListStoreProducts listStoreProducts,
            MapStoreProduct mapStoreProduct,
            UnmapStoreProduct unmapStoreProduct,
            CurrentActor actor) {
        this.listStoreProducts = listStoreProducts;
        this.mapStoreProduct = mapStoreProduct;
        this.unmapStoreProduct = unmapStoreProduct;
        this.actor = actor;
    }

    /** All, by store and product. */
    @GET
    @Operation(
            operationId = "adminListStoreProducts",
            summary = "Lists which product of an app store is which plan")
    public Uni<StoreProductListJson> list() {
        return listStoreProducts
                .execute(new ListStoreProducts.Query(actor.actor()))
                .map(StoreProductResource::answer);
    }

    /** Repeatable. Customers who bought it before it stood for a plan are served soon after. */
    @PUT
    @Path("/{store}/{product}")
    @Operation(
            operationId = "adminMapStoreProduct",
            summary = "Says which plan a product of an app store stands for",
            description =
                    "A product of Google Play is subscription:base-plan, or the subscription alone for"
                            + " all its base plans. Code: plan_not_found.")
    public Uni<StoreProductJson> map(
            @PathParam("store") String store,
            @PathParam("product") String product,
            @NotNull @Valid StoreProductInputJson body) {
        return mapStoreProduct
                .execute(
                        new MapStoreProduct.Command(
                                actor.actor(),
                                store,
                                product,
                                new PlanId(body.planId()),
                                Optional.ofNullable(body.days())))
                .map(StoreProductResource::answer);
    }

    /** What the product gave stays. */
    @DELETE
    @Path("/{store}/{product}")
    @Operation(
            operationId = "adminUnmapStoreProduct",
            summary = "A product of an app store stands for no plan any more")
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Void> unmap(@PathParam("store") String store, @PathParam("product") String product) {
        return unmapStoreProduct
                .execute(new UnmapStoreProduct.Command(actor.actor(), store, product))
                .invoke(StoreProductResource::check)
                .replaceWithVoid();
    }

    private static StoreProductListJson answer(ListStoreProducts.Result result) {
        return switch (result) {
            case ListStoreProducts.Result.Listed(var products) ->
                    new StoreProductListJson(products.stream().map(StoreProductJson::of).toList());
            case ListStoreProducts.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static StoreProductJson answer(MapStoreProduct.Result result) {
        return switch (result) {
            case MapStoreProduct.Result.Mapped(var product) -> StoreProductJson.of(product);
            case MapStoreProduct.Result.NoSuchPlan() ->
                    throw Problem.notFound("plan").asException();
            case MapStoreProduct.Result.Invalid(var field) ->
                    throw Problem.invalid("/" + field, "invalid", "This has the wrong shape.")
                            .asException();
            case MapStoreProduct.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static void check(UnmapStoreProduct.Result result) {
        switch (result) {
            case UnmapStoreProduct.Result.Removed() -> {}
            case UnmapStoreProduct.Result.NoSuchProduct() ->
                    throw Problem.notFound("store_product").asException();
            case UnmapStoreProduct.Result.Forbidden() -> throw Problem.forbidden().asException();
        }
    }
}
