package ma.qutb.materials.fund;

import java.util.List;
import java.util.UUID;
import ma.qutb.kernel.Actor;
import ma.qutb.materials.Fund;
import ma.qutb.materials.FundId;
import ma.qutb.materials.MaterialsPermission.Code;
import ma.qutb.materials.SalePoint;
import ma.qutb.materials.SalePoints;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The funds a reader may see: those with a sale point within their scope. Others are not found. */
@Component
class OpenFunds {

    private final SalePoints points;

    OpenFunds(SalePoints points) {
        this.points = points;
    }

    List<Fund> all(Actor actor) {
        return points.funds(actor, Code.SEE_FUND);
    }

    Fund open(UUID id, Actor actor) {
        return all(actor).stream()
                .filter(it -> it.id().equals(new FundId(id)))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    List<SalePoint> points(Fund fund) {
        return points.of(fund.id());
    }
}
