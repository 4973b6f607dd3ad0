package io.cybervpn.application.catalogue;

import io.cybervpn.application.catalogue.port.CatalogueLists;
import io.cybervpn.application.catalogue.port.PlanOrders;
import io.cybervpn.application.catalogue.port.PlansOnSale;
import io.cybervpn.application.shared.InMemoryTable;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.catalogue.ProductId;
import io.cybervpn.domain.catalogue.model.Listing;
import io.cybervpn.domain.catalogue.model.Plan;
import io.cybervpn.domain.catalogue.model.Product;
import io.cybervpn.domain.catalogue.repository.Plans;
import io.cybervpn.domain.catalogue.repository.Products;
import io.cybervpn.domain.catalogue.repository.Written;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The whole catalogue in memory: the stores, the lists and the shelf. */
public final class InMemoryCatalogue {
    private final InMemoryUnitOfWork unitOfWork;
    private final InMemoryTable<ProductId, Product> products;
    private final InMemoryTable<PlanId, Plan> plans;
    private final List<PlanId> ordered = new ArrayList<>();
    private int forgotten;

    public InMemoryCatalogue(InMemoryUnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
        this.products = unitOfWork.table();
        this.plans = unitOfWork.table();
    }

    /** The use case that other contexts ask, over this catalogue. */
    public FindOffer findOffer() {
        return new FindOffer(unitOfWork, plans());
    }

    public FindTariff findTariff() {
        return new FindTariff(unitOfWork, plans());
    }

    public FindPlanTerms findPlanTerms() {
        return new FindPlanTerms(unitOfWork, plans());
    }

    public void put(Product product, Plan plan) {
        products.put(product.id(), product);
        plans.put(plan.id(), plan);
    }

    public void order(PlanId plan) {
        ordered.add(plan);
    }

    public int forgotten() {
        return forgotten;
    }

    public Plans plans() {
        return new PlanTable();
    }

    public Products products() {
        return new ProductTable();
    }

    public PlanOrders orders() {
        return plan -> Uni.createFrom().item(() -> ordered.contains(plan));
    }

    public CatalogueLists lists() {
        return new Lists();
    }

    public PlansOnSale onSale() {
        return new OnSale();
    }

    private Optional<Listing> listing(Plan plan) {
        return products.get(plan.product()).map(product -> new Listing(plan, product));
    }

    private final class PlanTable implements Plans {
        @Override
        public Uni<Optional<Listing>> listing(PlanId id) {
            return Uni.createFrom()
                    .item(() -> plans.get(id).flatMap(InMemoryCatalogue.this::listing));
        }

        @Override
        public Uni<Optional<Plan>> lock(PlanId id) {
            return Uni.createFrom().item(() -> plans.get(id));
        }

        @Override
        public Uni<Written> add(Plan plan) {
            return save(plan);
        }

        @Override
        public Uni<Written> save(Plan plan) {
            return Uni.createFrom().item(() -> saveNow(plan));
        }

        private Written saveNow(Plan plan) {
            String code = plan.content().code();
            boolean taken =
                    plans.all().stream()
                            .filter(other -> !other.id().equals(plan.id()))
                            .anyMatch(other -> other.content().code().equals(code));
            if (taken) {
                return Written.CODE_TAKEN;
            }
            plans.put(plan.id(), plan);
            return Written.STORED;
        }

        @Override
        public Uni<Void> remove(PlanId id) {
            return Uni.createFrom().voidItem().invoke(() -> plans.remove(id));
        }

        @Override
        public Uni<Boolean> anyOf(ProductId product) {
            return Uni.createFrom()
                    .item(() -> !plans.where(plan -> plan.product().equals(product)).isEmpty());
        }
    }

    private final class ProductTable implements Products {
        @Override
        public Uni<Optional<Product>> find(ProductId id) {
            return Uni.createFrom().item(() -> products.get(id));
        }

        @Override
        public Uni<Optional<Product>> lock(ProductId id) {
            return find(id);
        }

        @Override
        public Uni<Written> add(Product product) {
            return save(product);
        }

        @Override
        public Uni<Written> save(Product product) {
            return Uni.createFrom().item(() -> saveNow(product));
        }

        private Written saveNow(Product product) {
            String code = product.content().code();
            boolean taken =
                    products.all().stream()
                            .filter(other -> !other.id().equals(product.id()))
                            .anyMatch(other -> other.content().code().equals(code));
            if (taken) {
                return Written.CODE_TAKEN;
            }
            products.put(product.id(), product);
            return Written.STORED;
        }

        @Override
        public Uni<Void> remove(ProductId id) {
            return Uni.createFrom().voidItem().invoke(() -> products.remove(id));
        }
    }

    private final class Lists implements CatalogueLists {
        @Override
        public Uni<List<PlanView>> plans() {
            return Uni.createFrom().item(this::plansNow);
        }

        private List<PlanView> plansNow() {
            return plans.all().stream()
                    .flatMap(plan -> listing(plan).stream())
                    .sorted(
                            Comparator.comparingInt(Lists::productOrder)
                                    .thenComparing(listing -> listing.plan().content().sortOrder())
                                    .thenComparing(listing -> listing.plan().content().code()))
                    .map(PlanView::of)
                    .toList();
        }

        private static int productOrder(Listing listing) {
            return listing.product().content().sortOrder();
        }

        @Override
        public Uni<List<ProductView>> products() {
            return Uni.createFrom().item(this::productsNow);
        }

        private List<ProductView> productsNow() {
            return products.all().stream()
                    .map(ProductView::of)
                    .sorted(
                            Comparator.comparingInt(ProductView::sortOrder)
                                    .thenComparing(ProductView::code))
                    .toList();
        }
    }

    private final class OnSale implements PlansOnSale {
        @Override
        public Uni<Shelf> shelf() {
            return lists().plans()
                    .map(all -> new Shelf(all.stream().filter(PlanView::onSale).toList()));
        }

        @Override
        public Uni<Void> forget() {
            return Uni.createFrom().voidItem().invoke(() -> forgotten++);
        }
    }
}
