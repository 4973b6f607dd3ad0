package io.cybervpn.application.catalogue;

import io.cybervpn.application.catalogue.port.CatalogueLists;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.repository.Plans;
import io.cybervpn.domain.catalogue.repository.Products;

class InMemoryCatalogueTest extends CatalogueContract {
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryCatalogue catalogue = new InMemoryCatalogue(unitOfWork);

    @Override
    protected Plans plans() {
        return catalogue.plans();
    }

    @Override
    protected Products products() {
        return catalogue.products();
    }

    @Override
    protected CatalogueLists lists() {
        return catalogue.lists();
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
