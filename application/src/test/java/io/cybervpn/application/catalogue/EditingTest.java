package io.cybervpn.application.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.audit.InMemoryAudit;
import io.cybervpn.application.catalogue.Flaw.Kind;
import io.cybervpn.application.catalogue.PlanDraft.PriceDraft;
import io.cybervpn.application.catalogue.PlanDraft.TermDraft;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.FixedIds;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.application.shared.Page;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.ProductId;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Changes;
import io.cybervpn.domain.shared.Limit;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R18, R19, R21. */
class EditingTest {
    private static final AccountId SOMEBODY = new AccountId(new UUID(7, 7));
    private static final Actor STAFF =
            new Actor.Staff(
                    SOMEBODY, Set.of(Permission.CATALOGUE_READ, Permission.CATALOGUE_WRITE));
    private static final Actor READER =
            new Actor.Staff(SOMEBODY, Set.of(Permission.CATALOGUE_READ));

    private final MovableClock clock = new MovableClock();
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryCatalogue catalogue = new InMemoryCatalogue(unitOfWork);
    private final InMemoryAudit audit = new InMemoryAudit(unitOfWork);
    private final Editing editing =
            new Editing(unitOfWork, catalogue.onSale(), audit, new FixedIds(), clock);
    private final ProductId vpn = createdProduct("vpn").id();

    private static <T> T await(Uni<T> uni) {
        return uni.await().indefinitely();
    }

    private ProductView createdProduct(String code) {
        var result = create(STAFF, Samples.productDraft(code));
        return ((CreateProduct.Result.Created) result).product();
    }

    private CreateProduct.Result create(Actor actor, ProductDraft draft) {
        return await(
                new CreateProduct(editing, catalogue.products())
                        .execute(new CreateProduct.Command(actor, draft)));
    }

    private PlanView createdPlan(String code) {
        return ((CreatePlan.Result.Created) create(STAFF, Samples.draft(vpn, code))).plan();
    }

    private CreatePlan.Result create(Actor actor, PlanDraft draft) {
        return await(
                new CreatePlan(editing, catalogue.products(), catalogue.plans())
                        .execute(new CreatePlan.Command(actor, draft)));
    }

    private EditPlan.Result edit(Actor actor, PlanId plan, long version, PlanDraft draft) {
        return await(
                new EditPlan(editing, catalogue.products(), catalogue.plans())
                        .execute(new EditPlan.Command(actor, plan, version, draft)));
    }

    private EditProduct.Result edit(ProductId product, long version, ProductDraft draft) {
        return await(
                new EditProduct(editing, catalogue.products())
                        .execute(new EditProduct.Command(STAFF, product, version, draft)));
    }

    private DeletePlan.Result delete(Actor actor, PlanId plan) {
        return await(
                new DeletePlan(editing, catalogue.plans(), catalogue.orders())
                        .execute(new DeletePlan.Command(actor, plan)));
    }

    private DeleteProduct.Result delete(ProductId product) {
        return await(
                new DeleteProduct(editing, catalogue.products(), catalogue.plans())
                        .execute(new DeleteProduct.Command(STAFF, product)));
    }

    private List<PlanView> shelf() {
        return await(new ListPlans(catalogue.onSale()).execute()).plans();
    }

    @Test
    void a_new_plan_is_on_the_shelf_at_once() {
        int before = catalogue.forgotten();
        PlanView plan = createdPlan("ultra");
        assertThat(plan.version()).isEqualTo(1);
        assertThat(plan.entitlement().trafficBytes()).isEqualTo(Limit.unlimited());
        assertThat(plan.entitlement().devices()).isEqualTo(Limit.of(10));
        assertThat(shelf()).containsExactly(plan);
        assertThat(catalogue.forgotten()).isEqualTo(before + 1);
    }

    @Test
    void what_is_done_is_on_the_trail_and_what_is_refused_is_not() {
        PlanView plan = createdPlan("ultra");
        edit(STAFF, plan.id(), 1, Samples.draft(vpn, "ultra-2"));
        edit(STAFF, plan.id(), 1, Samples.draft(vpn, "ultra-3"));
        create(STAFF, Samples.draft(vpn, "ultra-2"));
        delete(READER, plan.id());
        delete(STAFF, plan.id());

        assertThat(audit.actions())
                .containsExactly(
                        "catalogue.create_product",
                        "catalogue.create_plan",
                        "catalogue.edit_plan",
                        "catalogue.delete_plan");
        Changes edited = audit.records().get(2).changes();
        assertThat(edited.fields()).containsOnlyKeys("code");
        assertThat(edited.fields().get("code").before()).contains("ultra");
        assertThat(edited.fields().get("code").after()).contains("ultra-2");
    }

    @Test
    void a_code_belongs_to_one_plan() {
        PlanView first = createdPlan("ultra");
        assertThat(create(STAFF, Samples.draft(vpn, "ultra")))
                .isEqualTo(new CreatePlan.Result.CodeTaken());
        PlanView second = createdPlan("cyber");
        assertThat(edit(STAFF, second.id(), 1, Samples.draft(vpn, "ultra")))
                .isEqualTo(new EditPlan.Result.CodeTaken());
        assertThat(shelf()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void an_edit_needs_the_version_that_is_there() {
        PlanView plan = createdPlan("ultra");
        clock.advance(Duration.ofMinutes(1));
        var edited = edit(STAFF, plan.id(), 1, Samples.draft(vpn, "ultra-2"));
        assertThat(edited).isInstanceOf(EditPlan.Result.Edited.class);
        PlanView next = ((EditPlan.Result.Edited) edited).plan();
        assertThat(next.version()).isEqualTo(2);
        assertThat(next.createdAt()).isEqualTo(plan.createdAt());
        assertThat(next.updatedAt()).isEqualTo(plan.createdAt().plusSeconds(60));
        assertThat(edit(STAFF, plan.id(), 1, Samples.draft(vpn, "ultra-3")))
                .isEqualTo(new EditPlan.Result.Stale(2));
        assertThat(shelf()).containsExactly(next);
    }

    @Test
    void a_product_switched_off_takes_its_plans_off_the_shelf() {
        PlanView plan = createdPlan("ultra");
        ProductDraft off =
                new ProductDraft("vpn", Map.of("en", "VPN"), Map.of("en", "x"), false, 1);
        assertThat(edit(vpn, 1, off)).isInstanceOf(EditProduct.Result.Edited.class);
        assertThat(edit(vpn, 1, off)).isEqualTo(new EditProduct.Result.Stale(2));
        assertThat(shelf()).isEmpty();
        assertThat(
                        await(
                                new ShowPlan(unitOfWork, catalogue.plans())
                                        .execute(new ShowPlan.Command(READER, plan.id()))))
                .extracting("plan.active", "plan.onSale")
                .containsExactly(true, false);
    }

    @Test
    void what_was_ordered_or_has_plans_stays() {
        PlanView ordered = createdPlan("ultra");
        PlanView free = createdPlan("cyber");
        catalogue.order(ordered.id());
        assertThat(delete(vpn)).isEqualTo(new DeleteProduct.Result.InUse());
        assertThat(delete(STAFF, ordered.id())).isEqualTo(new DeletePlan.Result.InUse());
        assertThat(delete(STAFF, free.id())).isEqualTo(new DeletePlan.Result.Deleted());
        assertThat(delete(STAFF, free.id())).isEqualTo(new DeletePlan.Result.NoSuchPlan());
        assertThat(shelf()).containsExactly(ordered);
        ProductId empty = createdProduct("empty").id();
        assertThat(delete(empty)).isEqualTo(new DeleteProduct.Result.Deleted());
        assertThat(delete(empty)).isEqualTo(new DeleteProduct.Result.NoSuchProduct());
    }

    @Test
    void all_flaws_of_a_draft_are_said_at_once() {
        var invalid = (CreatePlan.Result.Invalid) create(STAFF, draftWithEveryFlaw());
        assertThat(invalid.flaws())
                .containsExactlyInAnyOrder(
                        new Flaw("/productId", Kind.REQUIRED),
                        new Flaw("/code", Kind.INVALID),
                        new Flaw("/tier", Kind.UNKNOWN),
                        new Flaw("/nameI18n/en", Kind.REQUIRED),
                        new Flaw("/nameI18n/no tag", Kind.UNKNOWN),
                        new Flaw("/nameI18n/de", Kind.REQUIRED),
                        new Flaw("/descriptionI18n/en", Kind.TOO_LONG),
                        new Flaw("/trafficLimitBytes", Kind.TOO_SMALL),
                        new Flaw("/trafficReset", Kind.UNKNOWN),
                        new Flaw("/deviceLimit", Kind.TOO_SMALL),
                        new Flaw("/serverGroups/1", Kind.DUPLICATE),
                        new Flaw("/terms/0/days", Kind.UNKNOWN),
                        new Flaw("/terms/1/days", Kind.UNKNOWN),
                        new Flaw("/terms/1", Kind.DUPLICATE),
                        new Flaw("/terms/1/prices", Kind.REQUIRED),
                        new Flaw("/terms/0/prices/0/amount", Kind.INVALID),
                        new Flaw("/terms/0/prices/1/amount", Kind.TOO_SMALL),
                        new Flaw("/terms/0/prices/2", Kind.DUPLICATE),
                        new Flaw("/terms/0/prices/3/currency", Kind.UNKNOWN),
                        new Flaw("/resources/kind", Kind.UNKNOWN),
                        new Flaw("/sortOrder", Kind.TOO_SMALL));
        assertThat(shelf()).isEmpty();
    }

    private static PlanDraft draftWithEveryFlaw() {
        return new PlanDraft(
                Optional.empty(),
                "No Code",
                "gold",
                Map.of("ru", "Про", "no tag", "x", "de", " "),
                Map.of("en", "x".repeat(2001)),
                Optional.of(0L),
                "sometimes",
                Optional.of(-1L),
                List.of("Pro", "Pro"),
                Optional.of(new PlanDraft.ResourcesDraft("yacht", Map.of())),
                List.of(
                        new TermDraft(
                                31,
                                List.of(
                                        new PriceDraft("1.999", "USD"),
                                        new PriceDraft("0", "XTR"),
                                        new PriceDraft("1", "XTR"),
                                        new PriceDraft("1", "DOGE"))),
                        new TermDraft(31, List.of())),
                true,
                -1);
    }

    @Test
    void a_plan_needs_a_product_that_is_there() {
        ProductId nowhere = new ProductId(new UUID(9, 9));
        List<Flaw> unknown = List.of(new Flaw("/productId", Kind.UNKNOWN));
        assertThat(create(STAFF, Samples.draft(nowhere, "ultra")))
                .isEqualTo(new CreatePlan.Result.Invalid(unknown));
        PlanView plan = createdPlan("ultra");
        assertThat(edit(STAFF, plan.id(), 1, Samples.draft(nowhere, "ultra")))
                .isEqualTo(new EditPlan.Result.Invalid(unknown));
        PlanId noPlan = new PlanId(new UUID(9, 9));
        assertThat(edit(STAFF, noPlan, 1, Samples.draft(vpn, "x1")))
                .isEqualTo(new EditPlan.Result.NoSuchPlan());
    }

    @Test
    void nobody_edits_without_the_permission() {
        PlanView plan = createdPlan("ultra");
        for (Actor actor : List.of(new Actor.Guest(), new Actor.Customer(SOMEBODY), READER)) {
            assertThat(create(actor, Samples.draft(vpn, "x1")))
                    .isEqualTo(new CreatePlan.Result.Forbidden());
            assertThat(create(actor, Samples.productDraft("x1")))
                    .isEqualTo(new CreateProduct.Result.Forbidden());
            assertThat(edit(actor, plan.id(), 1, Samples.draft(vpn, "x1")))
                    .isEqualTo(new EditPlan.Result.Forbidden());
            assertThat(delete(actor, plan.id())).isEqualTo(new DeletePlan.Result.Forbidden());
        }
        assertThat(shelf()).containsExactly(plan);
    }

    @Test
    void staff_see_all_plans_page_by_page_and_customers_do_not() {
        PlanView ultra = createdPlan("ultra");
        PlanView cyber = createdPlan("cyber");
        ListAllPlans all = new ListAllPlans(catalogue.lists());
        Page.Request second = new Page.Request(1, 1, true);
        assertThat(await(all.execute(new ListAllPlans.Command(READER, second))))
                .isEqualTo(
                        new ListAllPlans.Result.Listed(
                                new Page<>(List.of(ultra), 1, 1, Optional.of(2L))));
        assertThat(cyber.sortOrder()).isEqualTo(ultra.sortOrder());
        Actor customer = new Actor.Customer(SOMEBODY);
        assertThat(await(all.execute(new ListAllPlans.Command(customer, second))))
                .isEqualTo(new ListAllPlans.Result.Forbidden());
    }
}
