package io.cybervpn.presentation.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.cybervpn.application.payment.port.PaymentGateway;
import io.cybervpn.application.payment.port.PaymentNotices;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A new provider is not shipped without the whole acceptance suite. */
@QuarkusTest
class EveryGatewayTest {
    @Inject @Any Instance<PaymentGateway> gateways;
    @Inject @Any Instance<PaymentNotices> notices;

    @Test
    void every_gateway_has_its_acceptance_suite() {
        Set<String> accepted =
                new ClassFileImporter()
                        .importPackages(EveryGatewayTest.class.getPackageName()).stream()
                                .filter(EveryGatewayTest::isSuite)
                                .filter(one -> !one.getModifiers().contains(JavaModifier.ABSTRACT))
                                .map(EveryGatewayTest::providerOf)
                                .collect(Collectors.toSet());

        assertThat(gateways.stream().map(PaymentGateway::provider).toList())
                .isNotEmpty()
                .allSatisfy(provider -> assertThat(accepted).contains(provider));
    }

    private static boolean isSuite(JavaClass one) {
        return one.isAssignableTo(GatewayContract.class)
                || one.isAssignableTo(StaffedSuite.WayIn.class);
    }

    /** Whose server tells us something has to pass the suite that has faults in it. */
    @Test
    void only_who_sends_no_pushes_passes_by_a_suite_without_a_server() {
        List<String> staffed =
                new ClassFileImporter()
                        .importPackages(EveryGatewayTest.class.getPackageName()).stream()
                                .filter(one -> one.isAssignableTo(StaffedSuite.class))
                                .filter(one -> one.isAnnotatedWith(Accepts.class))
                                .map(EveryGatewayTest::providerOf)
                                .toList();

        assertThat(staffed)
                .isNotEmpty()
                .allSatisfy(
                        provider ->
                                assertThat(notices.stream().map(PaymentNotices::provider).toList())
                                        .doesNotContain(provider));
    }

    private static String providerOf(JavaClass suite) {
        return suite.getAnnotationOfType(Accepts.class).value();
    }
}
