import { AimOutlined } from '@ant-design/icons';
import type { PlaceValue } from '@huying/kit/field';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useReader } from '../reader/index.ts';
import { ChoiceSearch } from './choice-search.tsx';

const EMPTY: PlaceValue = { cell: null, point: null, address: '', datum: 'WGS84' };

/** Where something is: an address in words, a cell, and the point where the browser or somebody else knows it. */
export function PlaceInput(props: {
  readonly id: string;
  readonly value: PlaceValue | undefined;
  readonly onChange: (place: PlaceValue | undefined) => void;
  readonly describedBy?: string | undefined;
  readonly invalid: boolean;
}) {
  const { t } = useReader();
  const [locating, setLocating] = useState(false);
  const [failed, setFailed] = useState(false);
  const place = props.value ?? EMPTY;
  const change = (part: Partial<PlaceValue>) => {
    const next = { ...place, ...part };
    const absent = next.address === '' && next.cell === null && next.point === null;
    props.onChange(absent ? undefined : next);
  };
  const locate = () => {
    setLocating(true);
    setFailed(false);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setLocating(false);
        change({ point: { longitude: coords.longitude, latitude: coords.latitude }, datum: 'WGS84' });
      },
      () => {
        setLocating(false);
        setFailed(true);
      },
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  };
  return (
    <div className="place-input">
      <Input
        id={props.id}
        value={place.address}
        placeholder={t('form.addressHint')}
        maxLength={300}
        status={props.invalid ? 'error' : ''}
        aria-describedby={props.describedBy}
        onChange={(event) => change({ address: event.target.value })}
      />
      <div className="place-more">
        <ChoiceSearch
          source="area"
          anyLevel
          value={place.cell ?? undefined}
          onChange={(cell) => change({ cell: cell ?? null })}
          placeholder={t('form.cell')}
          label={t('form.cell')}
        />
        {'geolocation' in navigator && (
          <Button icon={<AimOutlined />} loading={locating} onClick={locate}>
            {t(locating ? 'form.locating' : 'form.here')}
          </Button>
        )}
      </div>
      {place.point && (
        <p className="hint num">
          {t('form.point', {
            longitude: place.point.longitude.toFixed(5),
            latitude: place.point.latitude.toFixed(5),
          })}
          <Button type="link" size="small" onClick={() => change({ point: null })}>
            {t('form.clearPoint')}
          </Button>
        </p>
      )}
      {failed && (
        <p className="fault hint" role="alert">
          {t('form.noLocation')}
        </p>
      )}
    </div>
  );
}
