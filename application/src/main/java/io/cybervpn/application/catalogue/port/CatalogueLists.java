package io.cybervpn.application.catalogue.port;

import io.cybervpn.application.catalogue.PlanView;
import io.cybervpn.application.catalogue.ProductView;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Everything in the catalogue, for staff. A shop has tens of plans, not thousands. */
public interface CatalogueLists {
    /** The most that is ever read. */
    int LIMIT = 1000;

    /** All plans in the shop's order: their products' order, their own, their code. */
    Uni<List<PlanView>> plans();

    /** All products by their order, then code. */
    Uni<List<ProductView>> products();
}
