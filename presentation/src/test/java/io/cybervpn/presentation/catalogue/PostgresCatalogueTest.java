package io.cybervpn.presentation.catalogue;

import io.cybervpn.application.catalogue.CatalogueContract;
import io.cybervpn.application.catalogue.port.CatalogueLists;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.catalogue.repository.Plans;
import io.cybervpn.domain.catalogue.repository.Products;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
class PostgresCatalogueTest extends CatalogueContract {
    @Inject Plans plans;
    @Inject Products products;
    @Inject CatalogueLists lists;
    @Inject UnitOfWork unitOfWork;

    @Override
    protected Plans plans() {
        return plans;
    }

    @Override
    protected Products products() {
        return products;
    }

    @Override
    protected CatalogueLists lists() {
        return lists;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
