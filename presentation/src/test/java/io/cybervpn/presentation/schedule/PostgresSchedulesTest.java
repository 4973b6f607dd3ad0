package io.cybervpn.presentation.schedule;

import io.cybervpn.application.schedule.ScheduleViews;
import io.cybervpn.application.schedule.SchedulesContract;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.schedule.repository.Schedules;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;

/** PostgreSQL keeps the contract of schedules. */
@QuarkusTest
class PostgresSchedulesTest extends SchedulesContract {
    @Inject Schedules schedules;
    @Inject ScheduleViews views;
    @Inject UnitOfWork unitOfWork;
    @Inject Pool pool;

    @AfterEach
    void forget() {
        execute("delete from schedule where task like '" + OWNER + ".%'");
        execute("delete from schedule_run where task like '" + OWNER + ".%'");
    }

    private void execute(String sql) {
        pool.query(sql).execute().await().indefinitely();
    }

    @Override
    protected Schedules schedules() {
        return schedules;
    }

    @Override
    protected ScheduleViews views() {
        return views;
    }

    @Override
    protected UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
