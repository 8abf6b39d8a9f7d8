-- What a point asked a supplier for. unit_price: centimes for a whole unit (a gram of silver, a kilogram of wool).
create sequence materials.order_number;
create table materials.purchase_order (
    id            uuid    constraint purchase_order_pk primary key,
    key           uuid    not null constraint purchase_order_key_once unique,
    number        bigint  not null constraint purchase_order_number_once unique,
    sale_point_id uuid    not null constraint purchase_order_of_point references materials.sale_point,
    supplier_id   uuid    not null constraint purchase_order_supplier_fk references materials.supplier,
    material_code text    not null constraint purchase_order_material_fk references materials.material,
    fineness      int     constraint purchase_order_fineness_within_one check (fineness between 1 and 10000),
    weight        bigint  not null constraint purchase_order_weighs check (weight > 0),
    unit_price    bigint  not null constraint purchase_order_price_positive check (unit_price > 0),
    ordered_on    date    not null,
    expected_on   date,
    closed_on     date,
    closed_because text   not null default '',
    demonstration boolean not null,
    version       bigint  not null,
    constraint purchase_order_expected_later check (expected_on >= ordered_on),
    constraint purchase_order_closed_with_reason check ((closed_on is null) = (closed_because = ''))
);
create index purchase_order_by_point on materials.purchase_order (sale_point_id, ordered_on);

-- One bill of the supplier for what came and was not billed yet.
create table materials.supplier_invoice (
    id              uuid   constraint supplier_invoice_pk primary key,
    key             uuid   not null constraint supplier_invoice_key_once unique,
    order_id        uuid   not null constraint supplier_invoice_of_order references materials.purchase_order,
    supplier_id     uuid   not null constraint supplier_invoice_supplier_fk references materials.supplier,
    reference       text   not null constraint supplier_invoice_named check (reference <> ''),
    invoiced_on     date   not null,
    due_on          date,
    received_centimes bigint not null,
    amount_centimes bigint not null constraint supplier_invoice_amount_positive check (amount_centimes > 0),
    file            uuid,
    constraint supplier_invoice_once unique (supplier_id, reference),
    constraint supplier_invoice_due_later check (due_on >= invoiced_on)
);
create index supplier_invoice_by_order on materials.supplier_invoice (order_id);

-- Each delivery makes one lot.
create table materials.receipt (
    lot_id        uuid   constraint receipt_pk primary key constraint receipt_of_lot references materials.lot,
    key           uuid   not null constraint receipt_key_once unique,
    order_id      uuid   not null constraint receipt_of_order references materials.purchase_order,
    delivery_note text   not null default '',
    invoice_id    uuid   constraint receipt_invoice_fk references materials.supplier_invoice
);
create index receipt_by_order on materials.receipt (order_id);

create table materials.supplier_payment (
    id              uuid   constraint supplier_payment_pk primary key,
    key             uuid   not null constraint supplier_payment_key_once unique,
    invoice_id      uuid   not null constraint supplier_payment_of_invoice references materials.supplier_invoice,
    paid_on         date   not null,
    amount_centimes bigint not null constraint supplier_payment_amount_positive check (amount_centimes > 0),
    reference       text   not null default ''
);
create index supplier_payment_by_invoice on materials.supplier_payment (invoice_id);

-- Nobody pays more than was billed, whoever asks at the same moment: the bill is locked first.
create function materials.check_payment() returns trigger
    language plpgsql
as $$
declare
    billed bigint;
begin
    select amount_centimes into billed from materials.supplier_invoice where id = new.invoice_id;
    if (select coalesce(sum(amount_centimes), 0) from materials.supplier_payment where invoice_id = new.invoice_id) > billed then
        raise exception 'payment of invoice % violates "supplier_payment_within_invoice"', new.invoice_id
            using errcode = 'integrity_constraint_violation', constraint = 'supplier_payment_within_invoice';
    end if;
    return null;
end
$$;
create trigger supplier_payment_within_invoice after insert on materials.supplier_payment
    for each row execute function materials.check_payment();

select identity.audit_table('materials.purchase_order', 'id');
select identity.audit_table('materials.supplier_invoice', 'id');
select identity.audit_table('materials.receipt', 'lot_id');
select identity.audit_table('materials.supplier_payment', 'id');
grant select, insert, update on materials.purchase_order to qutb_application;
grant select, insert on materials.supplier_invoice, materials.receipt, materials.supplier_payment to qutb_application;
grant update (invoice_id) on materials.receipt to qutb_application;
grant usage on sequence materials.order_number to qutb_application;
