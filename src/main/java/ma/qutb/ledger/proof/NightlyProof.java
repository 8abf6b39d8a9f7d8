package ma.qutb.ledger.proof;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Proves the ledger while the pole sleeps; of several nodes one does it. */
@Component
class NightlyProof {

    private static final Logger log = LoggerFactory.getLogger(NightlyProof.class);

    private final DataSource source;
    private final ProofTable proofs;
    private final Clock clock;

    NightlyProof(DataSource source, ProofTable proofs, Clock clock) {
        this.source = source;
        this.proofs = proofs;
        this.clock = clock;
    }

    @Scheduled(cron = "${qutb.ledger.proof-at:0 30 2 * * *}", zone = "Africa/Casablanca")
    void prove() throws SQLException {
        MDC.put("job", "ledger-proof");
        try {
            var claimed = proofs.begin(LocalDate.now(clock), clock.instant());
            if (claimed.isEmpty()) {
                return;
            }
            try (var connection = source.getConnection()) {
                var finding = LedgerWalk.over(connection);
                proofs.end(claimed.get(), finding, clock.instant());
                if (!finding.whole()) {
                    log.error("the ledger is damaged: {}", finding.damage());
                }
            }
        } finally {
            MDC.remove("job");
        }
    }
}
