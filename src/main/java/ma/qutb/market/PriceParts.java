package ma.qutb.market;

/**
 * Where each centime of a price goes. Frozen on the line of an order when it is sold.
 *
 * @param price what the buyer pays; the parts make exactly this
 * @param maker what stays with whoever made it
 * @param material what the material cost the maker
 * @param service what the pole keeps for showing and selling
 * @param fund the solidarity fund's
 * @param transport to the hall, on the average
 * @param tax in the price
 */
public record PriceParts(long price, long maker, long material, long service, long fund, long transport, long tax) {

    public PriceParts {
        if (maker < 0 || material < 0 || service < 0 || fund < 0 || transport < 0 || tax < 0) {
            throw new IllegalArgumentException("a part is negative");
        }
        if (maker + material + service + fund + transport + tax != price) {
            throw new IllegalArgumentException("the parts do not make the price");
        }
    }

    /** What is paid out to the maker: the work and the material that was bought before. */
    public long toMaker() {
        return maker + material;
    }
}
