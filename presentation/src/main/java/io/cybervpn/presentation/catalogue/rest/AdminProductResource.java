package io.cybervpn.presentation.catalogue.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cybervpn.application.catalogue.CreateProduct;
import io.cybervpn.application.catalogue.DeleteProduct;
import io.cybervpn.application.catalogue.EditProduct;
import io.cybervpn.application.catalogue.ListProducts;
import io.cybervpn.application.catalogue.ProductDraft;
import io.cybervpn.application.catalogue.ProductView;
import io.cybervpn.application.catalogue.ShowProduct;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.catalogue.ProductId;
import io.cybervpn.presentation.shared.rest.CurrentActor;
import io.cybervpn.presentation.shared.rest.PageParams;
import io.cybervpn.presentation.shared.rest.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Products for staff with {@code catalogue:read} and {@code catalogue:write} (R21). */
@Path("/api/v1/admin/products")
@Tag(name = "admin-catalogue")
@Authenticated
public final class AdminProductResource {
    private final ListProducts listProducts;
    private final ShowProduct showProduct;
    private final CreateProduct createProduct;
    private final EditProduct editProduct;
    private final DeleteProduct deleteProduct;
    private final CurrentActor actor;
    private final ObjectMapper mapper;

    @Inject
    AdminProductResource(
            ListProducts listProducts,
            ShowProduct showProduct,
            CreateProduct createProduct,
            EditProduct editProduct,
            DeleteProduct deleteProduct,
            CurrentActor actor,
            ObjectMapper mapper) {
        this.listProducts = listProducts;
        this.showProduct = showProduct;
        this.createProduct = createProduct;
        this.editProduct = editProduct;
        this.deleteProduct = deleteProduct;
        this.actor = actor;
        this.mapper = mapper;
    }

    /** A page in the shop's order. */
    @GET
    @Operation(operationId = "adminListProducts", summary = "Lists all products")
    public Uni<ProductPageJson> list(@Valid @BeanParam PageParams page) {
        return listProducts
                .execute(new ListProducts.Command(actor.actor(), page.toRequest()))
                .map(AdminProductResource::answer);
    }

    /** One product with its version. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "adminGetProduct", summary = "Shows a product")
    public Uni<ProductJson> get(@PathParam("id") UUID id) {
        return show(id).map(ProductJson::of);
    }

    /** A new product; 409 {@code code_taken}. */
    @POST
    @Operation(operationId = "adminCreateProduct", summary = "Adds a product")
    @APIResponse(responseCode = "201", description = "Created")
    @ResponseStatus(201)
    public Uni<ProductJson> create(@NotNull ProductInputJson body) {
        return createProduct
                .execute(new CreateProduct.Command(actor.actor(), body.toDraft()))
                .map(AdminProductResource::answer);
    }

    /** An edit as JSON merge patch with the version that was seen; 412 when it is stale. */
    @PATCH
    @Path("/{id}")
    @Operation(operationId = "adminEditProduct", summary = "Edits a product")
    public Uni<ProductJson> edit(
            @PathParam("id") UUID id,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    ProductPatchJson.class)))
                    @Nullable ObjectNode body) {
        if (!actor.actor().may(Permission.CATALOGUE_WRITE)) {
            throw Problem.forbidden().asException();
        }
        MergePatch patch = MergePatch.of(body);
        return show(id).chain(current -> edit(current, patch)).map(AdminProductResource::answer);
    }

    /** Away with a product without plans; 409 {@code product_in_use} else. */
    @DELETE
    @Path("/{id}")
    @Operation(operationId = "adminDeleteProduct", summary = "Removes a product without plans")
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Void> delete(@PathParam("id") UUID id) {
        return deleteProduct
                .execute(new DeleteProduct.Command(actor.actor(), new ProductId(id)))
                .invoke(AdminProductResource::check)
                .replaceWithVoid();
    }

    private Uni<ProductView> show(UUID id) {
        return showProduct
                .execute(new ShowProduct.Command(actor.actor(), new ProductId(id)))
                .map(AdminProductResource::answer);
    }

    private Uni<EditProduct.Result> edit(ProductView current, MergePatch patch) {
        ProductDraft draft =
                patch.applyTo(ProductInputJson.of(current), ProductInputJson.class, mapper)
                        .toDraft();
        return editProduct.execute(
                new EditProduct.Command(actor.actor(), current.id(), patch.version(), draft));
    }

    private static ProductPageJson answer(ListProducts.Result result) {
        return switch (result) {
            case ListProducts.Result.Listed(var page) -> ProductPageJson.of(page);
            case ListProducts.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static ProductView answer(ShowProduct.Result result) {
        return switch (result) {
            case ShowProduct.Result.Shown(var product) -> product;
            case ShowProduct.Result.NoSuchProduct() ->
                    throw Problem.notFound("product").asException();
            case ShowProduct.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static ProductJson answer(CreateProduct.Result result) {
        return switch (result) {
            case CreateProduct.Result.Created(var product) -> ProductJson.of(product);
            case CreateProduct.Result.CodeTaken() -> throw CatalogueProblems.codeTaken();
            case CreateProduct.Result.Invalid(var flaws) -> throw CatalogueProblems.invalid(flaws);
            case CreateProduct.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static ProductJson answer(EditProduct.Result result) {
        return switch (result) {
            case EditProduct.Result.Edited(var product) -> ProductJson.of(product);
            case EditProduct.Result.NoSuchProduct() ->
                    throw Problem.notFound("product").asException();
            case EditProduct.Result.Stale(var current) -> throw CatalogueProblems.stale(current);
            case EditProduct.Result.CodeTaken() -> throw CatalogueProblems.codeTaken();
            case EditProduct.Result.Invalid(var flaws) -> throw CatalogueProblems.invalid(flaws);
            case EditProduct.Result.Forbidden() -> throw Problem.forbidden().asException();
        };
    }

    private static void check(DeleteProduct.Result result) {
        switch (result) {
            case DeleteProduct.Result.Deleted() -> {}
            case DeleteProduct.Result.NoSuchProduct() ->
                    throw Problem.notFound("product").asException();
            case DeleteProduct.Result.InUse() -> throw CatalogueProblems.productInUse();
            case DeleteProduct.Result.Forbidden() -> throw Problem.forbidden().asException();
        }
    }
}
