package ma.qutb.registry.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.Set;
import ma.qutb.kernel.Scope;
import ma.qutb.platform.BrokenReference;
import ma.qutb.platform.ReferenceTable;
import ma.qutb.registry.RegistryModuleTest;
import ma.qutb.registry.Territories;
import ma.qutb.registry.TerritoryCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@RegistryModuleTest
class TerritoriesTests {

    private static final TerritoryCode TATA = new TerritoryCode("C-TAT");
    private static final TerritoryCode OLD_REGION = new TerritoryCode("R-GES");
    private static final TerritoryCode SIDI_IFNI = new TerritoryCode("P-SIF");
    private static final TerritoryCode NEW_REGION = new TerritoryCode("R-GON");

    private static final String HEADING =
            "code,name_ar,name_fr,name_en,type,parent_code,valid_from,valid_to,lat,lon,origin,note_ar,note_fr,note_en\n";
    private static final String HISTORY = "code,parent_code,valid_from,valid_to,origin,note_ar,note_fr,note_en\n";

    @Autowired
    Territories territories;

    @Autowired
    TerritoryReference reference;

    @Autowired
    JdbcClient database;

    @Test
    void tataLeftTheRegionIn2015AndSidiIfniJoined() {
        assertThat(territories.isWithin(TATA, OLD_REGION, 2013)).isTrue();
        assertThat(territories.isWithin(TATA, NEW_REGION, 2015)).isFalse();
        assertThat(territories.isWithin(SIDI_IFNI, OLD_REGION, 2013)).isFalse();
        assertThat(territories.isWithin(SIDI_IFNI, NEW_REGION, 2015)).isTrue();
        assertThat(territories.above(TATA, 2016))
                .extracting(TerritoryCode::value)
                .containsExactly("P-TAT", "R-SM", "MA");
    }

    @Test
    void aScopeCoversWhatLiesBelowItToday() {
        var scope = new Scope.Within(Set.of("P-TAT"));
        assertThat(territories.covers(scope, Optional.of(TATA))).isTrue();
        assertThat(territories.covers(scope, Optional.of(new TerritoryCode("C-GUE"))))
                .isFalse();
        assertThat(territories.covers(scope, Optional.empty())).isFalse();
        assertThat(territories.covers(Scope.EVERYWHERE, Optional.empty())).isTrue();
        assertThat(territories.covers(Scope.NOWHERE, Optional.of(TATA))).isFalse();
    }

    @Test
    void loadingTwiceChangesNothing() {
        var before = trail();
        reference.load();
        assertThat(trail()).isEqualTo(before);
        assertThat(database.sql("select count(*) from registry.territory")
                        .query(Integer.class)
                        .single())
                .isEqualTo(39);
    }

    @Test
    @Transactional
    void aPlaceBelongsToOnePlaceAtATime() {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> database.sql("""
                        insert into registry.territory_parent (code, parent_code, valid_from, origin) values ('P-TAT', 'R-LSH', 2020, 'test')
                        """).update())
                .withMessageContaining("territory_parent_no_overlap");
    }

    @Test
    @Transactional
    void aRowWithoutNameStopsTheLoadWithFileLineAndReason() {
        refuses("x.csv", "T-X,,X,X,city,,,,,,test,,,\n", "", "reference/x.csv, line 2: name_ar is empty");
    }

    @Test
    @Transactional
    void aParentNobodyKnowsStopsTheLoad() {
        refuses(
                "x.csv",
                "T-X,س,X,X,city,T-Y,,,,,test,,,\n",
                "",
                "reference/x.csv, line 2: parent_code 'T-Y' is not a known code");
    }

    @Test
    @Transactional
    void yearsThatOverlapStopTheLoad() {
        refuses(
                "x.csv",
                "T-X,س,X,X,region,,,,,,test,,,\nT-Y,س,X,X,city,,,,,,test,,,\n",
                "T-Y,T-X,1997,2016,test,,,\nT-Y,T-X,2015,,test,,,\n",
                "reference/history.csv, line 3: valid_from overlaps line 2");
    }

    private void refuses(String file, String rows, String history, String message) {
        assertThatExceptionOfType(BrokenReference.class)
                .isThrownBy(() -> reference.load(
                        ReferenceTable.of(file, HEADING + rows),
                        ReferenceTable.of("supplement.csv", HEADING),
                        ReferenceTable.of("history.csv", HISTORY + history)))
                .withMessage(message);
    }

    private int trail() {
        return database.sql("select count(*) from identity.audit_entry where subject like 'registry.territory%'")
                .query(Integer.class)
                .single();
    }
}
